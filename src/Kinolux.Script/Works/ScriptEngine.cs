using System.Globalization;
using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Progress;
using Kinolux.Core.Review;
using Kinolux.Report.Sheets;
using Kinolux.Script.Files;
using Kinolux.Script.Identity;
using Kinolux.Work;
using Kinolux.Work.Links;

namespace Kinolux.Script.Works;

/// <summary>Judges scripts: proposes what to mend and who is who; its output is the notes on what was accepted. The script itself is never changed.</summary>
public sealed class ScriptEngine : IEngine
{
    private const string CheckVerb = "check", NotesVerb = "notes";

    public DocumentType Documents => ScriptDocuments.Type;

    public IReadOnlyList<EngineVerb> Verbs { get; } = [new(CheckVerb, "Check"), new(NotesVerb, "Write the notes", WritesOutput: true)];

    // In a folder of everything a .txt or .md is rarely a script; the command line takes those by name.
    public bool Takes(string source) => Path.GetExtension(source).ToLowerInvariant() is ".fountain" or ".spmd" or ".fdx";

    public string OutputName(string name) => name + ".notes.html";

    /// <exception cref="FaultException">KX6004: it asks for something; there is nothing to ask for.</exception>
    public void Check(string verb, JsonObject request)
    {
        if (request.Count > 0)
            throw FaultException.Of("KX6004", ("problem", $"a script has no setting {request.First().Key}"));
    }

    public string Run(EngineRun run, IProgress<JobProgress>? progress, CancellationToken cancel)
    {
        using var work = WorkFolder.Hold(run.Work, Documents);
        var writes = run.Verb == NotesVerb;
        var steps = new JobSteps(progress, run.Time, new PlannedStep("read", 1, "scripts"), new PlannedStep("judge", 1, "scripts"), new PlannedStep("write", writes ? 1 : 0, "notes"));
        WorkNote.Of(work, run.Source, writes ? run.Output : null).Write(work);
        var review = work.Log.Read();
        var reading = steps.Begin("read");
        var version = ScriptVersion.Of(work, run.Source, review);
        reading.Step();
        cancel.ThrowIfCancellationRequested();
        var judging = steps.Begin("judge");
        var (decided, cast, same) = ScriptJudgement.Of(version, review.Reviewer(Documents.Kinds, version.Document.Anchor));
        // What was seen is kept before proposals speak of it.
        new IdentityFile(work.Files).Write(version.Seen);
        work.Proposals.Replace(decided.Select(item => (version.Document.PartAt(item.Proposal.Place), item)));
        judging.Step();
        cancel.ThrowIfCancellationRequested();
        if (writes)
        {
            var writing = steps.Begin("write");
            var at = run.Time.GetUtcNow();
            Write(run, work, ScriptSheet.Of(new JudgedScript(version, same, decided), cast, at), at);
            writing.Step();
        }
        var (stands, waits) = (decided.Count(item => item.Applies), decided.Count(item => item.Verdict == Verdict.Wait));
        return string.Create(CultureInfo.InvariantCulture, $"{version.Script.Scenes.Count} scenes; {decided.Count} findings, {stands} stand, {waits} wait");
    }

    private static void Write(EngineRun run, WorkFolder work, Sheet sheet, DateTimeOffset at)
    {
        var hashes = ScriptDocuments.Type.Hashes(work);
        SheetPage.Write(run.Output, sheet);
        var made = WholeFile.Sha256(run.Output);
        work.Deliveries.Make();
        AtomicFile.WriteText(work.Deliveries.At(WorkFolder.DeliveryName(run.Output)), new JsonObject { ["schema"] = 1, ["file"] = Path.GetFileName(run.Output), ["sha256"] = made }.ToJsonString() + "\n");
        work.Links.Append(
            new Link(at, run.Output, made, ScriptDocuments.Text, hashes[ScriptDocuments.Text], Reason: "its words"),
            new Link(at, run.Output, made, ScriptDocuments.Review, hashes[ScriptDocuments.Review], Reason: "what was decided"));
    }
}
