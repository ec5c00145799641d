using System.Globalization;
using Kinolux.Core.Text;
using Kinolux.Restoration.Runs;

namespace Kinolux.Cli.Commands;

/// <summary>What a run would take, for people.</summary>
internal static class DryRunSummary
{
    public static void Show(CliContext context, RestoreOutcome outcome, string output)
    {
        foreach (var note in outcome.Notes)
            context.Out.WriteLine($"note: {note}");
        context.Out.WriteLine(Say($"film:   {outcome.Film}, {outcome.Frames} frames in {outcome.Shots} shot{(outcome.Shots == 1 ? "" : "s")}"));
        if (outcome.Estimate is { } estimate)
        {
            context.Out.WriteLine(Say($"time:   {Amounts.Time(estimate.Least, estimate.Most)} to restore it ({estimate.Tried} of its frames were restored here and now to know)"));
            context.Out.WriteLine(Say($"disk:   about {Amounts.Bytes(estimate.OutputBytes)} for {output} and {Amounts.Bytes(estimate.WorkBytes)} for the work folder{Free(output)}"));
        }
        context.Out.WriteLine($"plan:   {outcome.Plan}");
    }

    private static string Free(string output)
    {
        try
        {
            return $"; {Amounts.Bytes(new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(output)) ?? "/").AvailableFreeSpace)} are free";
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return "";
        }
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
