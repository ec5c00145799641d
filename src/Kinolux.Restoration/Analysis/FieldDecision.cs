using Kinolux.Core.Files;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Work;

namespace Kinolux.Restoration.Analysis;

/// <summary>
/// Whether a film's fields are undone before anything else. Interlaced and telecined films are only proposed for it: a person decides,
/// since undoing either changes every frame. Once accepted, the repaired film in the work folder takes the source's place.
/// </summary>
internal sealed class FieldDecision(WorkFolder work, FilmInfo film, MadeAgain again, CancellationToken cancel)
{
    /// <summary>The proposals, at most one, decided.</summary>
    public IReadOnlyList<Decided> Decide(Reviewer reviewer) => [.. FieldScan.Look(film, cancel).Select(finding => reviewer.Decide(Propose(finding)))];

    /// <summary>The film to work on: the source, or what came of undoing its fields.</summary>
    public FilmInfo Apply(IReadOnlyList<Decided> decided)
    {
        if (decided.FirstOrDefault(item => item.Applies) is not { } accepted)
            return film;
        var path = work.Files.At($"{accepted.Proposal.Kind}-undone.mkv");
        var seal = work.Files.At($"{accepted.Proposal.Kind}-undone.jsonl");
        var isThere = File.Exists(path) && File.GetLastWriteTimeUtc(path) >= File.GetLastWriteTimeUtc(film.Path);
        if (isThere && IsWhole(path, seal))
            return Film.Open(path, cancel: cancel);
        if (isThere)
            again.Add($"the film with its fields undone ({accepted.Proposal.Kind})");
        FieldRepair.Write(film, accepted.Proposal.Kind, path, cancel);
        SealedLines.Write(seal, [WholeFile.Seal(path)]);
        return Film.Open(path, cancel: cancel);
    }

    private static bool IsWhole(string path, string seal) => SealedLines.TryRead(seal, out _) is [var hash] && WholeFile.Has(path, hash);

    private Proposal Propose(FilmFinding finding)
    {
        var summary = finding.Kind == "interlaced" ? "undo the interlacing: every frame from one moment" : "undo the 3:2 pulldown: four frames of five stay";
        return Proposal.Of(
            finding.Kind, new FilmPlace(film.Frames), summary, finding.Confidence,
            new ProposalSource("field scan", "1"), [new Evidence(finding.Message)]);
    }
}
