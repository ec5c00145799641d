using Kinolux.Script.Emotion;
using Kinolux.Script.Networks;
using Kinolux.Script.People;
using Kinolux.Script.Reports;
using Kinolux.Script.StoryPrints;

namespace Kinolux.Studio.Scripts;

/// <summary>What a script tells. Lines are those of the text that an editor shows, counted from 0.</summary>
/// <param name="Picture">The StoryPrint as SVG.</param>
/// <param name="Print">What is said beside it.</param>
/// <param name="Network">Who meets whom, as SVG; left out where nobody meets anybody.</param>
/// <param name="NotDrawn">How many people of less prominence are not in that picture.</param>
/// <param name="Arc">How it feels, as SVG; left out where that is not known.</param>
/// <param name="ArcWords">Which arc that is, or why it is not known.</param>
internal sealed record ScriptStory(string Picture, StoryPrintData Print, string? Network, int NotDrawn, string? Arc, string ArcWords, IReadOnlyList<StoryTurn> Turns, Lead? Protagonist, Lead? Antagonist, IReadOnlyList<StoryPerson> People, StoryBechdel Bechdel)
{
    public static ScriptStory Of((string Title, Cast Cast, EmotionMap Emotion) told, StoryPrint print, IReadOnlyDictionary<string, bool> women)
    {
        var (title, cast, emotion) = told;
        var (network, arc) = (Kinolux.Script.Networks.Network.Of(cast), print.Sides[0].Arc);
        return new ScriptStory(
            StoryPrintSvg.Element(print), StoryPrintData.Of(print),
            network.Ties.Count > 0 ? NetworkPicture.Of(network, title) : null, Math.Max(0, network.Knots.Count - NetworkPicture.Most),
            arc.Values.Count > 0 ? ArcPicture.Of(arc, title) : null, arc.Values.Count > 0 ? StoryArc.HowValues : arc.WhyUnknown,
            [.. arc.Turns.Select(turn => new StoryTurn(turn.Name, turn.At, turn.From, turn.To, cast.Passages[turn.Passage].Title, LineOf(cast, cast.Passages[turn.Passage].First)))],
            Lead.Protagonist(cast), Antagonists.Find(cast, emotion), [.. cast.Persons.Select(person => StoryPerson.Of(cast, emotion, person, women))], StoryBechdel.Of(cast, women));
    }

    internal static int LineOf(Cast cast, int element) => cast.Script.Elements[element].Span.Line;
}

/// <summary>Where it may turn.</summary>
/// <param name="At">0 to 1 of the script; the spread is from <paramref name="From"/> to <paramref name="To"/>.</param>
internal sealed record StoryTurn(string Name, double At, double From, double To, string Heading, int Line);

/// <summary>Somebody who speaks.</summary>
/// <param name="Line">Of the first cue.</param>
/// <param name="Scenes">In how many the person speaks or is named in action.</param>
/// <param name="Prominence">The share of the script that is this person's, 0 to 1.</param>
/// <param name="Emotion">−1 to 1; left out where it is not known.</param>
/// <param name="IsWoman">What a person said; left out where nobody did.</param>
internal sealed record StoryPerson(string Name, IReadOnlyList<string> Names, int Line, int Speeches, int Words, int Scenes, double Prominence, double? Emotion, bool? IsWoman)
{
    public static StoryPerson Of(Cast cast, EmotionMap emotion, Person person, IReadOnlyDictionary<string, bool> women) => new(
        person.Name, person.Names, ScriptStory.LineOf(cast, cast.Speeches.First(speech => speech.Speakers.Contains(person.Name)).Cue), person.Speeches, person.Words, person.Appearances.Count, person.Prominence,
        emotion.Of(person) is { Charged: > 0 } known ? Math.Round(known.Valence, 3) : null, women.TryGetValue(person.Name, out var isOne) ? isOne : null);
}

/// <summary>The Bechdel test, of those who were said to be women.</summary>
/// <param name="Answer"><c>passes</c>, <c>fails</c>, <c>depends</c>, or <c>asked</c> where nobody said who is a woman.</param>
/// <param name="NotSaid">Of how many who speak nobody said it yet: what fails may pass with them.</param>
/// <param name="Talks">What decides; where it is asked, the pairs that talk most.</param>
internal sealed record StoryBechdel(string Answer, string Why, int NotSaid, IReadOnlyList<StoryTalk> Talks, string How)
{
    private const int MostTalks = 12;

    public static StoryBechdel Of(Cast cast, IReadOnlyDictionary<string, bool> women)
    {
        var found = Bechdel.Of(cast, women.Count == 0 ? null : [.. women.Where(said => said.Value).Select(said => said.Key)]);
        return new StoryBechdel(
            found.Answer, found.Why, cast.Persons.Count(person => !women.ContainsKey(person.Name)), [.. found.Talks.Take(MostTalks).Select(talk => new StoryTalk(talk.First, talk.Second, cast.Passages[talk.Passage].Number, talk.Line, talk.Speeches, talk.Names, talk.HasHe))], Bechdel.How);
    }
}

/// <summary>Two who talk with each other.</summary>
/// <param name="Names">Others who are named in it.</param>
/// <param name="HasHe">True where "he", "him" or "his" is said.</param>
internal sealed record StoryTalk(string First, string Second, string Scene, int Line, int Speeches, IReadOnlyList<string> Names, bool HasHe);

/// <summary>What a person says of somebody who speaks.</summary>
/// <param name="IsWoman">Left out to take back what was said.</param>
internal sealed record WomanSaid(string Name, bool? IsWoman = null);
