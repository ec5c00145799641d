using Kinolux.Core.Time;
using Kinolux.Production.Work;

namespace Kinolux.Production.Runs;

/// <summary>A stretch of a shot that is restored on its own.</summary>
/// <param name="Frames">The frames it delivers.</param>
/// <param name="Reach">The frames it reads: its own and what its stages' windows ask for, inside the shot.</param>
internal sealed record Chunk(PlanShot Shot, FrameRange Frames, FrameRange Reach)
{
    /// <summary>Long enough that the overlap costs little, short enough that a lost chunk and a frame's wait do too.</summary>
    public const int Length = 96;

    /// <summary>Cuts the wanted part of a shot into chunks of equal length.</summary>
    public static IEnumerable<Chunk> Of(PlanShot shot, FrameRange wanted, (int Before, int After) reach)
    {
        if (shot.Shot.Frames.Intersect(wanted) is not { } range)
            yield break;
        var count = (range.Count + Length - 1) / Length;
        for (var i = 0; i < count; i++)
        {
            var frames = new FrameRange(
                range.First + (int)((long)range.Count * i / count),
                range.First + (int)((long)range.Count * (i + 1) / count) - 1);
            yield return new Chunk(shot, frames, new FrameRange(
                shot.Shot.Frames.Clamp(Math.Max(0, frames.First - reach.Before)),
                shot.Shot.Frames.Clamp(frames.Last + reach.After)));
        }
    }
}
