using Kinolux.Core.Frames;
using Kinolux.Core.Review;

namespace Kinolux.Restore.Survey;

/// <summary>What the first pass found: a measurement of every frame, the shots, and what concerns whole frames.</summary>
/// <param name="Frames">Read from the survey's file when asked for, so a long film costs no memory.</param>
/// <param name="Findings">Cuts, dissolves, fades and titles (nothing to apply), and frames that are duplicated, black, destroyed or cut out.</param>
public sealed record FilmSurvey(FrameFormat Format, IReadOnlyList<FrameSurvey> Frames, IReadOnlyList<Shot> Shots, IReadOnlyList<Proposal> Findings)
{
    /// <summary>How surely there is dirt in each of <see cref="Shots"/>, see <see cref="ShotSurvey.Dirt"/>; empty where nobody looked.</summary>
    public IReadOnlyList<double> Dirt { get; init; } = [];

    /// <summary>A shot with its frames' measurements, all in memory.</summary>
    public ShotSurvey Of(Shot shot)
    {
        var frames = new FrameSurvey[shot.Frames.Count];
        for (var i = 0; i < frames.Length; i++)
            frames[i] = Frames[shot.Frames.First + i];
        // A person may have parted a shot.
        var index = Shots.ToList().FindIndex(found => found.Frames.Contains(shot.Frames.First));
        return new ShotSurvey(shot, Format, frames) { Dirt = index >= 0 && index < Dirt.Count ? Dirt[index] : 1 };
    }

    /// <summary>Reads what an earlier <see cref="FilmSurveyor.Run"/> left; null where there is no survey, or one of another film, version or damaged.</summary>
    /// <param name="key">The film's identity, such as the hash of its frames.</param>
    public static FilmSurvey? TryOpen(string file, string key) => SurveyFile.TryOpen(file, key);
}
