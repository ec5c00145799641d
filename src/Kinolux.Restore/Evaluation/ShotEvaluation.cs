using Kinolux.Core.Time;

namespace Kinolux.Restore.Evaluation;

/// <summary>One shot of a <see cref="FilmEvaluation"/>.</summary>
public sealed record ShotEvaluation(FrameRange Frames, FilmScore Film, FilmScore? Damaged);
