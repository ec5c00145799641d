using System.CommandLine;
using System.Globalization;
using Kinolux.Restoration.Deliveries;
using Kinolux.Restoration.Verify;
using Kinolux.Script.Works;
using Kinolux.Work;

namespace Kinolux.Cli.Commands;

/// <summary><c>kinolux verify OUT</c>: proves that a restored film, or notes on a script, are exactly what the decisions make of their source.</summary>
internal static class VerifyCommand
{
    private const int Shown = 20;

    public static Command Create(CliContext context)
    {
        var output = new Argument<string>("OUT") { Description = "A restored film, notes on a script, or their work folder." };
        var film = new Option<string?>("--film") { Description = "Where the source is now, if it was moved.", HelpName = "FILM" };
        var work = FilmOptions.Work();
        var jobs = FilmOptions.Jobs();
        var original = new Option<string?>("--restore-original") { Description = "Give the source back as this file: byte for byte from the source, or frame for frame from what restore --keep-original kept.", HelpName = "FILE" };
        var failOn = new Option<Severity?>("--fail-on") { Description = "What makes it exit 1: error, a proof that fails, as always; or warning, any finding.", HelpName = "error|warning" };
        var command = new KinoluxCommand("verify", "Makes every frame of a restored film again from its source and decisions, and names each sample that differs or that no accepted proposal claims; notes on a script are made again too, and what they were written from and changed is named.", "verify restored.mkv", "verify restored.mkv --restore-original film-again.mkv") { output, film, work, original, jobs, failOn };
        command.SetAction(parsed =>
        {
            var folder = WorkFolder.Find(parsed.GetValue(work) ?? parsed.GetRequiredValue(output));
            if (WorkNote.TryRead(folder)?.Engine == ScriptDocuments.Type.Name)
                return Notes(context, folder, parsed.GetRequiredValue(output));
            VerifyOutcome outcome;
            using (var progress = context.Progress())
                outcome = new Verification(context.Time, progress).Run(
                    new VerifyRequest { Output = parsed.GetRequiredValue(output), Film = parsed.GetValue(film), Work = parsed.GetValue(work), RestoreOriginal = parsed.GetValue(original), Jobs = parsed.GetValue(jobs) }, context.Cancel);
            context.Write(outcome, () => Show(context, outcome));
            return outcome.Proven && (parsed.GetValue(failOn) != Severity.Warning || outcome.Findings.Count == 0) ? 0 : 1;
        });
        return command;
    }

    private static int Notes(CliContext context, string folder, string output)
    {
        using var work = WorkFolder.Open(folder, ScriptDocuments.Type);
        var proof = NotesProof.Of(work, Directory.Exists(output) ? null : output);
        context.Write(proof, () =>
        {
            foreach (var finding in proof.Findings)
                context.Out.WriteLine($"error: {finding}");
            context.Out.WriteLine($"{(proof.Proven ? "proven" : "not proven")}: {proof.Output} is {(proof.Proven ? "exactly" : "not")} what {proof.Source} and the decisions on it give now");
        });
        return proof.Proven ? 0 : 1;
    }

    private static void Show(CliContext context, VerifyOutcome outcome)
    {
        foreach (var finding in outcome.Findings.Take(Shown))
            context.Out.WriteLine($"{finding.Severity.ToString().ToLowerInvariant()}: {Place(finding)}{finding.Message}");
        if (outcome.Findings.Count - Shown + outcome.More is > 0 and var more)
            context.Out.WriteLine(Say($"and {more} more findings; --json lists a thousand"));
        context.Out.WriteLine(outcome.Proof == "exact"
            ? "compared: every sample of every frame, made again from the source"
            : "compared: every frame made again from the source with its checksum before encoding, and every frame of the output with its checksum after, since this format does not keep samples exactly");
        context.Out.WriteLine(Say($"{outcome.Frames} frames, {outcome.Changed} of them changed by accepted proposals, {outcome.Seconds:0.0} s"));
        if (outcome.Original is { } original)
            context.Out.WriteLine($"original: {original}");
        context.Out.WriteLine(outcome.Proven
            ? $"proven: {outcome.Output} is exactly what the decisions make of {outcome.Source}"
            : !outcome.Findings.Any(finding => finding.Severity == Severity.Error)
            ? Say($"not wholly proven: {outcome.Undecoded} of {outcome.Frames} frames could not be decoded in the source; the others are exactly what the decisions make of {outcome.Source}")
            : $"not proven: {outcome.Output} is not what the decisions make of {outcome.Source}");
    }

    private static string Place(VerifyFinding finding) =>
        finding.Frame is not { } frame ? ""
        : finding is { X: { } x, Y: { } y, Box: { } box } ? Say($"frame {frame} at {x},{y} ({box.Width} × {box.Height}): ")
        : Say($"frame {frame}: ");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
