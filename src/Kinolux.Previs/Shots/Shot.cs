using Kinolux.Core.Time;

namespace Kinolux.Previs.Shots;

/// <summary>A shot of a scene's cut: a stretch of it through one camera.</summary>
/// <param name="Name">Scene number, set-up letter and, from its second use on, how often the set-up came: <c>3B-2</c>.</param>
/// <param name="First">The index of its first moment.</param>
/// <param name="Last">The index of its last.</param>
/// <param name="Frames">Of the scene.</param>
/// <param name="Reason">Why this one, in a sentence.</param>
/// <param name="Confidence">How much better it is than what else could be, 0 to 1.</param>
/// <param name="Alternatives">What else could be, the best first.</param>
public sealed record Shot(string Name, Framing Framing, int First, int Last, FrameRange Frames, string Reason, double Confidence, IReadOnlyList<ShotAlternative> Alternatives);
