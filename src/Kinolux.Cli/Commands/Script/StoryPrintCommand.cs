using System.CommandLine;
using Kinolux.Script.Emotion;
using Kinolux.Script.Files;
using Kinolux.Script.People;
using Kinolux.Script.StoryPrints;

namespace Kinolux.Cli.Commands.Script;

/// <summary><c>kinolux script storyprint SCRIPT -o OUT.svg|html</c>: a script at a glance.</summary>
internal static class StoryPrintCommand
{
    public static Command Create(CliContext context)
    {
        var script = ScriptCommand.Argument();
        var with = new Option<string?>("--with") { Description = "Another script, or another draft of this one, to lay over it.", HelpName = "OTHER" };
        var output = new Option<string>("--output", "-o") { Description = "The file to write: a picture, .svg, or a page to look around in, .html.", HelpName = "OUT", Required = true };
        var same = ScriptCommand.Same();
        var lexicon = ScriptCommand.LexiconFile();
        var overwrite = new Option<bool>("--overwrite") { Description = "Replaces what exists." };
        var command = new KinoluxCommand("storyprint", "Draws a script at a glance: scenes round a ring, settings, and a ring for each person; two drafts over each other.", "script storyprint story.fountain -o story.svg", "script storyprint story.fountain -o story.html", "script storyprint draft1.fountain --with draft2.fountain -o drafts.svg") { script, with, output, lexicon, same, overwrite };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(output);
            var names = SameNames.Parse(parsed.GetValue(same) ?? []);
            StoryPrintFile.Check(path, parsed.GetValue(overwrite), [parsed.GetRequiredValue(script), .. parsed.GetValue(with) is { } draft ? (string[])[draft] : []]);
            var words = parsed.GetValue(lexicon) is { } file ? Lexicon.Read(file) : null;
            var first = Read(parsed.GetRequiredValue(script), names, words);
            var print = parsed.GetValue(with) is { } other ? Both(first, Read(other, names, words), parsed.GetRequiredValue(script), other) : StoryPrint.Of(first);
            StoryPrintFile.Write(path, print, parsed.GetValue(overwrite));
            context.Write(
                new { path, scenes = print.Sides.Select(side => side.Segments.Count), rings = print.Rings.Select(ring => ring.Name), emotion = print.Sides.Select(side => side.Emotion.How), print.IsAligned, print.PersonsLeftOut },
                () => context.Out.WriteLine($"{path}: {string.Join(" and ", print.Sides.Select(side => side.Title))}"));
            return 0;
        });
        return command;
    }

    // Drafts have one title, and are told apart by their files.
    private static StoryPrint Both((string Title, Cast Cast, EmotionMap Emotion) first, (string Title, Cast Cast, EmotionMap Emotion) second, string path, string other) =>
        first.Title == second.Title ? StoryPrint.Of((Path.GetFileName(path), first.Cast, first.Emotion), (Path.GetFileName(other), second.Cast, second.Emotion)) : StoryPrint.Of(first, second);

    private static (string Title, Cast Cast, EmotionMap Emotion) Read(string path, IReadOnlyDictionary<string, string> same, Lexicon? lexicon)
    {
        var script = ScriptFile.Read(path).Script;
        var cast = Cast.Of(script, same);
        return (ScriptCommand.TitleOf(path, script), cast, EmotionMap.Of(cast, lexicon));
    }
}
