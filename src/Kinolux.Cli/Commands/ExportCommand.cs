using System.CommandLine;
using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Time;
using Kinolux.Restoration.Ask;
using Kinolux.Restoration.Plans;

namespace Kinolux.Cli.Commands;

/// <summary><c>kinolux export OUT --ask FILE.html</c>: shows a restoration to whoever has no Kinolux.</summary>
internal static class ExportCommand
{
    public static Command Create(CliContext context)
    {
        var output = new Argument<string>("OUT") { Description = "A restored film, or its work folder." };
        var page = new Option<string?>("--ask") { Description = "One HTML file to send: it plays before and after and says of any place what was done there, on what evidence, who decided.", HelpName = "FILE.html" };
        var wipe = new Option<string?>("--wipe") { Description = "A video of at most 15 s in which an edge goes over the picture, before on its left.", HelpName = "FILE.mp4" };
        var range = new Option<string?>("--range") { Description = "Of the film's frames, half a minute at most; without it those in which most was done.", HelpName = "A-B" };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replaces what exists." };
        var command = new KinoluxCommand("export", "Makes what shows a restoration to others: a page that answers why at any place, a video of the difference.", "export restored.mkv --ask restored.html", "export restored.mkv --wipe wipe.mp4 --range 0-99") { output, page, wipe, range, overwrite };
        command.Validators.Add(result =>
        {
            if (result.GetResult(page) is null && result.GetResult(wipe) is null)
                result.AddError("name what to make: --ask FILE.html, --wipe FILE.mp4 or both");
        });
        command.SetAction(parsed =>
        {
            AskOutcome outcome;
            using (var progress = context.Progress())
                outcome = new AskExport(context.Time, progress).Run(
                    new AskRequest(parsed.GetRequiredValue(output), parsed.GetValue(page), parsed.GetValue(wipe), FilmOptions.ParseRange(parsed.GetValue(range), () => RateOf(parsed.GetRequiredValue(output))), parsed.GetValue(overwrite)), context.Cancel);
            context.Write(outcome, () =>
            {
                if (outcome.Page is { } made)
                    context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"page:  {made}, {outcome.Bytes / 1e6:0.0} MB, frames {outcome.Range}: opens in any browser, needs no network"));
                if (outcome.Wipe is { } video)
                    context.Out.WriteLine($"video: {video}");
            });
            return 0;
        });
        return command;
    }

    private static Rational RateOf(string output)
    {
        using var work = FilmWork.Open(output);
        return Plan.Read(work.PlanPath).Source.Rate ?? throw FaultException.Of("KX2017", ("range", "a timecode"));
    }
}
