using Kinolux.Script.People;

namespace Kinolux.Script.Networks;

/// <summary>
/// The test of Alison Bechdel and Liz Wallace (1985): two women who have a name talk with each other about something that is no man. Who is a woman is said by a person and never guessed.
/// </summary>
/// <param name="Women">Who was said to be one, as found in the script.</param>
/// <param name="Unknown">Names that were given and speak nowhere.</param>
/// <param name="Answer"><c>passes</c>, <c>fails</c>, <c>depends</c> or <c>asked</c>.</param>
/// <param name="Why">One sentence.</param>
/// <param name="Talks">What decides: where women talk with each other; where nobody said who is one, the pairs that talk most.</param>
public sealed record Bechdel(IReadOnlyList<string> Women, IReadOnlyList<string> Unknown, string Answer, string Why, IReadOnlyList<Talk> Talks)
{
    /// <summary>How it is decided.</summary>
    public const string How = "a talk is two persons who speak in turn and nobody else between; it is about no man where it names nobody but women and says no he, him or his; whether a talk that does is about him, a person reads, and men who speak nowhere are not found";

    private const int MostAsked = 10;

    /// <param name="women">Names of women; null where nobody said.</param>
    public static Bechdel Of(Cast cast, IReadOnlyList<string>? women)
    {
        var talks = Networks.Talks.Of(cast);
        if (women is null)
        {
            var pairs = talks.GroupBy(talk => string.CompareOrdinal(talk.First, talk.Second) < 0 ? (talk.First, talk.Second) : (talk.Second, talk.First))
                .Select(pair => (Clear: pair.FirstOrDefault(talk => talk is { Names.Count: 0, HasHe: false }), Longest: pair.MaxBy(talk => talk.Speeches), Speeches: pair.Sum(talk => talk.Speeches))).OrderByDescending(pair => pair.Speeches).Take(MostAsked);
            return new Bechdel([], [], "asked", pairs.Any() ? "who is a woman is not guessed: name them with --women; it passes at once where both of a pair below are women whose talk names nobody else" : "nobody talks with anybody", [.. pairs.Select(pair => pair.Clear ?? pair.Longest).OfType<Talk>()]);
        }
        var found = women.Select(cast.Find).OfType<Person>().Select(person => person.Name).Distinct().ToList();
        var unknown = women.Where(name => cast.Find(name) is null).ToList();
        var theirs = talks.Where(talk => found.Contains(talk.First) && found.Contains(talk.Second)).ToList();
        var clear = theirs.Where(talk => !talk.HasHe && talk.Names.All(found.Contains)).OrderByDescending(talk => talk.Speeches).ToList();
        var (answer, why) = found.Count < 2 ? ("fails", "fewer than two of those who speak were said to be women")
            : theirs.Count == 0 ? ("fails", "no two women talk with each other")
            : clear.Count > 0 ? ("passes", $"{clear[0].First} and {clear[0].Second} talk, and name no one but women")
            : ("depends", "whenever women talk they name others, or say he: whether that is what they talk about, a person reads");
        return new Bechdel(found, unknown, answer, why, clear.Count > 0 ? clear : theirs);
    }
}
