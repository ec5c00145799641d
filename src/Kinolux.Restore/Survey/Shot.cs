using Kinolux.Core.Time;

namespace Kinolux.Restore.Survey;

/// <summary>Frames between two cuts. A dissolve or fade belongs to the shot that it begins.</summary>
/// <param name="Index">Counts from 1.</param>
public sealed record Shot(int Index, FrameRange Frames, ShotKind Kind = ShotKind.Picture, Transition In = Transition.Cut);
