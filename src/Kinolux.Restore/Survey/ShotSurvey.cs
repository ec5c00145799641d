using Kinolux.Core.Frames;

namespace Kinolux.Restore.Survey;

/// <summary>A shot with the first pass's measurements of its frames.</summary>
public sealed record ShotSurvey(Shot Shot, FrameFormat Format, IReadOnlyList<FrameSurvey> Frames)
{
    /// <summary>
    /// 0 to 1: how surely there is dirt in the shot, by what is in one frame only where nothing moves. At 0 whatever is small and there for one frame is more likely a ball, a spark or a drop of rain.
    /// 1 where nobody looked.
    /// </summary>
    public double Dirt { get; init; } = 1;

    /// <summary>Deviation of the shot's grain in 16-bit levels, however coarse it is: what its stillest frames change by. 0 where it cannot be told.</summary>
    public float Grain => Frames.Select(frame => frame.Unrest).Where(unrest => unrest > 0).Order().ToArray() is { Length: > 0 } sorted ? sorted[sorted.Length / 4] : 0;

    /// <summary>The measurements of a frame by its number in the film.</summary>
    public FrameSurvey At(int frame) => Frames[frame - Shot.Frames.First];
}
