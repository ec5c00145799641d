using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Restoration.Chunks;
using Kinolux.Restoration.Plans;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Survey;
using Kinolux.Work;

namespace Kinolux.Restoration.Verify;

/// <summary>Stands around each stage of a chunk and holds what it changes against the accepted proposals that are on record.</summary>
internal sealed class ClaimWatch
{
    private readonly FrameFormat _format;
    private readonly Findings _findings;
    private readonly Chunk _chunk;
    private readonly ILookup<string, Proposal> _claims;

    private readonly HashSet<int> _changed = [];

    public ClaimWatch(WorkFolder work, Chunk chunk, FrameFormat format, IReadOnlyList<Proposal> wishes, Findings findings)
    {
        (_chunk, _format, _findings) = (chunk, format, findings);
        _claims = work.Proposals.ReadPart(chunk.Shot.Shot.Index)
            .Where(decided => decided.Applies && decided.Proposal.Frames.Overlaps(chunk.Frames))
            .Select(decided => decided.Proposal)
            .Concat(wishes)
            .ToLookup(proposal => proposal.Kind);
    }

    /// <summary>Frames of the chunk that some stage changed.</summary>
    public int Changed => _changed.Count;

    public IRestorationStage Around(IRestorationStage stage) => new Watched(stage, this);

    private void Look(StageInfo stage, int number, Frame before, Frame after)
    {
        if (ReferenceEquals(before, after) || !_chunk.Frames.Contains(number))
            return;
        var map = new ChangeMap(_format);
        if (!map.Mark(before, after))
            return;
        _changed.Add(number);
        foreach (var claim in stage.Kinds.SelectMany(kind => _claims[kind.Id]).Where(claim => claim.Frames.Contains(number)))
            map.Clear(claim.Region, stage.Rim);
        foreach (var spot in map.TakeSpots())
            _findings.Add(new VerifyFinding(
                "unclaimed", Severity.Error, $"{stage.Id} changed {spot.Count} samples that no accepted proposal claims", number, spot.X, spot.Y, spot.Box, spot.Count, stage.Id));
    }

    private sealed class Watched(IRestorationStage stage, ClaimWatch watch) : IRestorationStage
    {
        public StageInfo Info => stage.Info;

        public StageOptions DefaultOptions => stage.DefaultOptions;

        public IReadOnlyList<Proposal> Plan(ShotSurvey shot, StageOptions options, Quality quality) => stage.Plan(shot, options, quality);

        public IStageRun Begin(StageScope scope) => new Run(stage.Info, stage.Begin(scope), watch);
    }

    private sealed class Run(StageInfo stage, IStageRun run, ClaimWatch watch) : IStageRun
    {
        public Frame Process(FrameWindow window)
        {
            var result = run.Process(window);
            watch.Look(stage, window.Number, window.Current, result);
            return result;
        }

        public void Dispose() => run.Dispose();
    }
}
