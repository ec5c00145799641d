using System.Globalization;
using Kinolux.Script.People;

namespace Kinolux.Script.Emotion;

/// <summary>Who stands against the protagonist, as far as words between the two say so.</summary>
public static class Antagonists
{
    /// <summary>How the antagonist is found.</summary>
    public const string How = "of those who speak with the protagonist, the one between whom and the protagonist words are worst: the mean value of their speeches that follow each other; none where no words are bad";

    // Who has little to do with the story is no antagonist by a curse.
    private const double LeastProminence = 0.1;
    private const double Doubt = 5;

    // Of seven scripts read beside it (docs/decisions/1203) it named in two whom a reader would: words are bad between friends in bad times, too.
    private const double Right = 0.3;

    /// <summary>Null where nobody is one by this measure, or emotion is not known.</summary>
    public static Lead? Find(Cast cast, EmotionMap emotion)
    {
        if (!emotion.IsKnown || cast.Persons is not [var protagonist, ..])
            return null;
        var between = new Dictionary<string, (Feeling Feeling, int Times)>();
        for (var i = 1; i < cast.Speeches.Count; i++)
        {
            var (before, after) = (cast.Speeches[i - 1], cast.Speeches[i]);
            if (before.Passage != after.Passage || before.Speakers is not [var one] || after.Speakers is not [var other] || one == other || one != protagonist.Name && other != protagonist.Name)
                continue;
            var name = one == protagonist.Name ? other : one;
            var sum = between.GetValueOrDefault(name);
            between[name] = (sum.Feeling + emotion.Speeches[i - 1] + emotion.Speeches[i], sum.Times + 1);
        }
        var bad = cast.Persons.Where(person => person.Prominence >= LeastProminence * protagonist.Prominence && between.ContainsKey(person.Name)).Select(person => (person.Name, between[person.Name].Times, between[person.Name].Feeling.Valence))
            .Where(person => person.Valence < 0).OrderBy(person => person.Valence).ToList();
        if (bad.Count == 0)
            return null;
        var (worst, next) = (-bad[0].Valence, bad.Count > 1 ? -bad[1].Valence : 0);
        return new Lead(bad[0].Name, Math.Round(Right * worst / (worst + next) * bad[0].Times / (bad[0].Times + Doubt), 2), string.Create(CultureInfo.InvariantCulture,
            $"in {bad[0].Times} exchanges with {protagonist.Name} words have a mean of {bad[0].Valence:0.00}, the worst of all{(bad.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $", before {bad[1].Name} with {bad[1].Valence:0.00}") : "")}; the confidence falls with few exchanges and a near second, and is low at best: of seven scripts two were named right"));
    }
}
