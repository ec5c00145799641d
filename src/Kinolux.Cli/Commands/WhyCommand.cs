using System.CommandLine;
using Kinolux.Cli.Commands.Script;
using Kinolux.Script.Works;
using Kinolux.Work;
using Kinolux.Work.Review;

namespace Kinolux.Cli.Commands;

/// <summary><c>kinolux why OUT --at FRAME[,X,Y]</c>: which proposals touched that place, on what evidence, and who decided.</summary>
internal static class WhyCommand
{
    public static Command Create(CliContext context)
    {
        var output = new Argument<string>("OUT") { Description = "An output, its work folder, or a script." };
        var at = new Option<string>("--at") { Description = "Of a film a frame or its timecode, or a place in it in luma samples from the top left; of a text a line.", HelpName = "FRAME[,X,Y]|LINE", Required = true };
        var command = new KinoluxCommand("why", "Says why an output looks as it does at a place.", "why restored.mkv --at 12", "why restored.mkv --at 12,300,200", "why story.fountain --at 120") { output, at };
        command.SetAction(parsed => Run(context, parsed.GetValue(output) ?? "", parsed.GetValue(at) ?? ""));
        return command;
    }

    private static int Run(CliContext context, string output, string place)
    {
        // A script can be asked without a work: it is judged in a moment.
        using var judged = File.Exists(output) && !Directory.Exists(WorkFolder.For(output)) && context.Engines.For(output) is ScriptEngine ? ScriptWork.Of(context, output) : null;
        judged?.Run(context, output, null, null);
        using var work = judged?.Open() ?? context.Open(output);
        var answer = new WorkReview(work, context.Time, context.Person).Why(place);
        context.Write(answer, () =>
        {
            foreach (var line in WhyWords.Of(answer))
                context.Out.WriteLine(line);
        });
        return 0;
    }
}
