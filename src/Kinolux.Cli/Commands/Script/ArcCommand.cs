using System.CommandLine;
using System.Globalization;
using Kinolux.Core.Text;
using Kinolux.Script.Emotion;
using Kinolux.Script.Files;
using Kinolux.Script.Networks;
using Kinolux.Script.People;

namespace Kinolux.Cli.Commands.Script;

/// <summary><c>kinolux script arc SCRIPT</c>: how a script feels, and where it may turn.</summary>
internal static class ArcCommand
{
    private const string Unknown = "unknown";

    public static Command Create(CliContext context)
    {
        var script = ScriptCommand.Argument();
        var lexicon = ScriptCommand.LexiconFile();
        var women = new Option<string?>("--women") { Description = "Who is a woman, for the Bechdel test: names with commas between. Nobody's gender is guessed.", HelpName = "\"ANNA,EVE\"" };
        var same = ScriptCommand.Same();
        var command = new KinoluxCommand("arc", "Says how a script feels from scene to scene, which arc that is, where it may turn, and whether it passes the Bechdel test.", "script arc story.fountain", "script arc story.fountain --women \"ANNA,EVE\"", "script arc geschichte.fountain --lexicon woerter.tsv") { script, lexicon, women, same };
        command.SetAction(parsed =>
        {
            var words = parsed.GetValue(lexicon) is { } path ? Lexicon.Read(path) : null;
            var cast = Cast.Of(ScriptFile.Read(parsed.GetRequiredValue(script)).Script, SameNames.Parse(parsed.GetValue(same) ?? []));
            var emotion = EmotionMap.Of(cast, words);
            return Show(context, cast, emotion, StoryArc.Of(cast, emotion), Bechdel.Of(cast, parsed.GetValue(women)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)), parsed.GetRequiredValue(script));
        });
        return command;
    }

    private static int Show(CliContext context, Cast cast, EmotionMap emotion, StoryArc arc, Bechdel bechdel, string path)
    {
        var antagonist = Antagonists.Find(cast, emotion);
        context.Write(
            new
            {
                path,
                emotion = emotion.IsKnown ? "known" : Unknown,
                scenes = cast.Passages.Select(passage => new { passage.Number, heading = passage.Title, emotion = Of(emotion.Of(passage.Index)) }),
                people = cast.Persons.Select(person => new { person.Name, emotion = Of(emotion.Of(person)), scenes = person.Appearances.Where(at => at.Speaks).Select(at => new { cast.Passages[at.Passage].Number, emotion = Of(emotion.Of(person, at.Passage)) }) }),
                arc = arc.Values.Count == 0 ? (object)Unknown : new { values = arc.Values.Select(value => Math.Round(value, 4)), shapes = arc.Shapes, chance = arc.Chance },
                turningPoints = arc.Turns.Select(turn => new { turn.Name, turn.At, turn.From, turn.To, scene = cast.Passages[turn.Passage].Number }),
                antagonist, bechdel,
                how = new { emotion = emotion.How, arc = arc.WhyUnknown.Length > 0 ? arc.WhyUnknown : StoryArc.HowValues, shapes = StoryArc.HowShapes, turningPoints = arc.Values.Count > 0 ? StoryArc.HowTurns : StoryArc.HowTurnsUnknown, antagonist = Antagonists.How, bechdel = Bechdel.How },
            },
            () =>
            {
                context.Table(["scene", "heading", "emotion"], cast.Passages.Select(passage => (IReadOnlyList<string>)[passage.Number, passage.Title, Words(emotion.Of(passage.Index))]));
                context.Table(["name", "emotion"], cast.Persons.Select(person => (IReadOnlyList<string>)[person.Name, Words(emotion.Of(person))]));
                context.Out.WriteLine($"emotion: {emotion.How}");
                foreach (var line in Lines(cast, arc))
                    context.Out.WriteLine(line);
                context.Out.WriteLine(antagonist is null ? $"antagonist: {(emotion.IsKnown ? "none found" : Unknown)}: {Antagonists.How}" : Say($"antagonist: {antagonist.Name} ({antagonist.Confidence:0.00}): {antagonist.Why}"));
                context.Out.WriteLine($"Bechdel: {bechdel.Answer}: {bechdel.Why}{(bechdel.Unknown.Count > 0 ? $"; nobody is called {string.Join(", ", bechdel.Unknown)}" : "")}");
                foreach (var talk in bechdel.Talks.Take(5))
                    context.Out.WriteLine(Say($"  {talk.First} and {talk.Second}, {(cast.Passages[talk.Passage].Number is { Length: > 0 } number ? $"scene {number}, " : "")}line {talk.Line + 1}: {talk.Speeches} speeches, {(talk.Names.Count == 0 ? "nobody named" : string.Join(", ", talk.Names))}{(talk.HasHe ? ", he" : "")}"));
                context.Out.WriteLine($"Bechdel: {Bechdel.How}");
            });
        return 0;
    }

    private static IEnumerable<string> Lines(Cast cast, StoryArc arc)
    {
        if (arc.Values.Count == 0)
        {
            yield return $"arc: {arc.WhyUnknown}";
        }
        else
        {
            yield return Say($"arc: nearest to {arc.Shapes[0].Name} ({arc.Shapes[0].Words}), {arc.Shapes[0].Correlation:0.00}; then {arc.Shapes[1].Name}, {arc.Shapes[1].Correlation:0.00}; by chance as near in {100 * arc.Chance:0} %");
            yield return $"arc: {StoryArc.HowValues}; {StoryArc.HowShapes}";
        }
        foreach (var turn in arc.Turns)
            yield return Say($"{turn.Name}: {(cast.Passages[turn.Passage].Number is { Length: > 0 } number ? $"near scene {number} " : "")}at {100 * turn.At:0} % ({100 * turn.From:0} to {100 * turn.To:0} %)");
        yield return $"turning points: {(arc.Values.Count > 0 ? StoryArc.HowTurns : StoryArc.HowTurnsUnknown)}";
    }

    private static object Of(Feeling? feeling) => feeling is { Charged: > 0 } known ? new { valence = Math.Round(known.Valence, 4), arousal = Math.Round(known.Arousal, 4), known.Words, known.Charged } : Unknown;

    private static string Words(Feeling? feeling) => feeling is { Charged: > 0 } known ? Say($"{known.Valence:+0.00;-0.00;0.00} of {Counted.Of(known.Charged, "word")}") : Unknown;

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
