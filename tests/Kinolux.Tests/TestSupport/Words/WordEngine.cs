using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Progress;
using Kinolux.Core.Review;
using Kinolux.Work;
using Kinolux.Work.Links;

namespace Kinolux.Tests.TestSupport.Words;

/// <summary>
/// A toy engine that proves that a pillar can be added without a change to Work, the studio or the command line: it finds long words in a text, proposes short ones,
/// and writes the text with those that were accepted.
/// </summary>
internal sealed class WordEngine : IEngine
{
    private static readonly Dictionary<string, (string Short, double Confidence)> Long = new() { ["utilize"] = ("use", 0.9), ["commence"] = ("begin", 0.6), ["terminate"] = ("end", 0.4) };

    public DocumentType Documents => WordDocuments.Type;

    public IReadOnlyList<EngineVerb> Verbs { get; } = [new("find", "Find words"), new("write", "Write", WritesOutput: true)];

    public bool Takes(string source) => Path.GetExtension(source) == ".words";

    public string OutputName(string name) => name + ".plain.txt";

    public void Check(string verb, JsonObject request)
    {
        if (request.Count > 0)
            throw FaultException.Of("KX6004", ("problem", "words takes no settings"));
    }

    public string Run(EngineRun run, IProgress<JobProgress>? progress, CancellationToken cancel)
    {
        using var work = WorkFolder.Hold(run.Work, Documents);
        var writes = run.Verb == "write";
        WorkNote.Of(work, run.Source, writes ? run.Output : null).Write(work);
        var document = WordDocuments.Read(run.Source);
        var steps = new JobSteps(progress, run.Time, new PlannedStep("find", document.Elements.Count, "lines"), new PlannedStep("write", document.Elements.Count, "lines"));
        var review = work.Log.Read();
        var reviewer = review.Reviewer(Documents.Kinds, document.Anchor);
        var meter = steps.Begin("find");
        List<Decided> decided = [];
        foreach (var element in document.Elements)
        {
            cancel.ThrowIfCancellationRequested();
            decided.AddRange(Found(element).Concat(review.Wishes.Where(wish => (document.Anchor(wish.Place).Place as TextPlace)?.Element == element.Name)).Select(reviewer.Decide));
            meter.Step(document.PartAt(new TextPlace(element.Name, new Extent(element.FirstLine, element.FirstLine), ""))?.Id);
        }
        work.Proposals.Replace(decided.Select(item => (document.PartAt(item.Proposal.Place), item)));
        if (writes)
            Write(run, work, document, decided, steps.Begin("write"));
        return $"{decided.Count} words, {decided.Count(item => item.Applies)} changed, {decided.Count(item => item.Verdict == Verdict.Wait)} wait";
    }

    /// <summary>What is proposed for a text.</summary>
    public static IEnumerable<Proposal> Find(TextDocument document) => document.Elements.SelectMany(Found);

    private static IEnumerable<Proposal> Found(TextElement element)
    {
        foreach (var (word, (plain, confidence)) in Long)
            if (element.Text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at)
                yield return Proposal.Of(
                    WordDocuments.Kind, new TextPlace(element.Name, new Extent(element.FirstLine, element.FirstLine), word, element.Text[Math.Max(0, at - 12)..at], element.Text[(at + word.Length)..Math.Min(element.Text.Length, at + word.Length + 12)]),
                    $"{word} is a long word", confidence, new ProposalSource("words", "1"), [new Evidence("letters", word.Length, 6)], new JsonObject { ["word"] = plain });
    }

    private static void Write(EngineRun run, WorkFolder work, TextDocument document, List<Decided> decided, ProgressMeter meter)
    {
        List<string> lines = [];
        foreach (var element in document.Elements)
        {
            var text = element.Text;
            foreach (var item in decided.Where(item => item.Applies && item.Proposal.Place is TextPlace place && place.Element == element.Name))
                text = text.Replace(((TextPlace)item.Proposal.Place).Quote, $"{item.Proposal.Change?["word"]}", StringComparison.Ordinal);
            lines.Add(text);
            meter.Step();
        }
        work.Deliveries.Make();
        AtomicFile.WriteText(work.Deliveries.At(WorkFolder.DeliveryName(run.Output)), "{}\n");
        AtomicFile.WriteText(run.Output, string.Join('\n', lines) + "\n");
        var (at, hashes, made) = (run.Time.GetUtcNow(), WordDocuments.Type.Hashes(work), WholeFile.Sha256(run.Output));
        work.Links.Append(new Link(at, run.Output, made, "text", hashes["text"], Reason: "its words"), new Link(at, run.Output, made, "review", hashes["review"], Reason: "what was decided"));
    }
}
