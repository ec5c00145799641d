using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restoration.Plans;
using Kinolux.Restore.Pipeline;
using Kinolux.Restore.Stages;

namespace Kinolux.Restoration.Chunks;

/// <summary>A stretch of a shot that is restored on its own.</summary>
/// <param name="Frames">The frames it delivers.</param>
/// <param name="Reach">The frames it reads: its own and what its stages' windows ask for, inside the shot.</param>
/// <param name="Repeats">Those of its shot.</param>
internal sealed record Chunk(PlanShot Shot, FrameRange Frames, FrameRange Reach, Repeats Repeats)
{
    /// <summary>Long enough that the overlap costs little, short enough that a lost chunk and a frame's wait do too.</summary>
    public const int Length = 96;

    // The default stages reach 25 frames to either side: a fifteenth of so many chunks is made twice.
    private const int MostInStretch = 8;

    /// <summary>Cuts the wanted part of a film into chunks.</summary>
    public static List<Chunk> All(Commission commission, FrameRange wanted)
    {
        var (film, plan, judgement) = commission;
        var stages = StagesOf(plan);
        bool IsSame(int frame) => film.Hashes[frame].Length > 0 && film.Hashes[frame] == film.Hashes[frame - 1];
        bool IsNoisy(int frame) => film.Hashes[frame].Length > 0 && film.Survey.Frames[frame].IsCopy;
        return
        [
            .. plan.Shots.Where(shot => shot.Shot.Frames.Overlaps(wanted)).SelectMany(shot =>
            {
                var applied = shot.Proposals.Select(judgement.Decide).Where(decided => decided.Applies).Select(decided => decided.Proposal);
                return Of(shot, wanted, stages, Repeats.Of(shot.Shot.Frames, IsSame, IsNoisy, applied.Concat(judgement.Wishes)));
            }),
        ];
    }

    /// <summary>The stages that are on, in pipeline order.</summary>
    public static IReadOnlyList<StageInfo> StagesOf(Plan plan) => [.. plan.Stages.Where(stage => stage.On).Select(stage => StageSettings.Find(stage.Id).Info)];

    /// <summary>Cuts the wanted part of a shot into chunks of equal length.</summary>
    /// <param name="stages">Those that are on, in pipeline order.</param>
    public static IEnumerable<Chunk> Of(PlanShot shot, FrameRange wanted, IReadOnlyList<StageInfo> stages, Repeats repeats)
    {
        if (shot.Shot.Frames.Intersect(wanted) is not { } range)
            yield break;
        var count = (range.Count + Length - 1) / Length;
        for (var i = 0; i < count; i++)
        {
            var frames = new FrameRange(
                range.First + (int)((long)range.Count * i / count),
                range.First + (int)((long)range.Count * (i + 1) / count) - 1);
            var reach = new FrameRange(repeats.Earliest(frames.First, shot.Shot.Frames, stages)[0], shot.Shot.Frames.Clamp(frames.Last + stages.Sum(stage => stage.After)));
            yield return new Chunk(shot, frames, reach, repeats);
        }
    }

    /// <summary>Gathers chunks that follow each other in one shot, in order: so long that the overlap hardly counts, so short that all workers have something to do.</summary>
    /// <param name="chunks">In order.</param>
    public static IReadOnlyList<IReadOnlyList<Chunk>> Stretches(IReadOnlyList<Chunk> chunks, int workers)
    {
        var most = Math.Clamp((chunks.Count + workers - 1) / workers, 1, MostInStretch);
        var stretches = new List<List<Chunk>>();
        foreach (var chunk in chunks)
            if (stretches.LastOrDefault() is { } stretch && stretch.Count < most && stretch[^1].Shot == chunk.Shot && stretch[^1].Frames.Last + 1 == chunk.Frames.First)
                stretch.Add(chunk);
            else
                stretches.Add([chunk]);
        return stretches;
    }

    /// <summary>A stretch as one chunk.</summary>
    public static Chunk Join(IReadOnlyList<Chunk> stretch) => new(
        stretch[0].Shot, new FrameRange(stretch[0].Frames.First, stretch[^1].Frames.Last), new FrameRange(stretch[0].Reach.First, stretch[^1].Reach.Last), stretch[0].Repeats);
}
