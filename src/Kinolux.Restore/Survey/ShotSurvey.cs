using Kinolux.Core.Frames;

namespace Kinolux.Restore.Survey;

/// <summary>A shot with the first pass's measurements of its frames.</summary>
public sealed record ShotSurvey(Shot Shot, FrameFormat Format, IReadOnlyList<FrameSurvey> Frames)
{
    /// <summary>The measurements of a frame by its number in the film.</summary>
    public FrameSurvey At(int frame) => Frames[frame - Shot.Frames.First];
}
