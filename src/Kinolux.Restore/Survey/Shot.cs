using Kinolux.Core.Frames;
using Kinolux.Core.Time;

namespace Kinolux.Restore.Survey;

/// <summary>Frames between two cuts. A dissolve or fade belongs to the shot that it begins.</summary>
/// <param name="Index">Counts from 1.</param>
/// <param name="Printed">The part of the screen that shows the picture; null where it is all of it, or nobody can tell.</param>
public sealed record Shot(int Index, FrameRange Frames, ShotKind Kind = ShotKind.Picture, Transition In = Transition.Cut, PrintedFrame? Printed = null);
