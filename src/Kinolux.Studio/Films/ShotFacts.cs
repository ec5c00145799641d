using Kinolux.Core.Frames;
using Kinolux.Restore.Survey;

namespace Kinolux.Studio.Films;

/// <summary>A shot.</summary>
/// <param name="Index">Counts from 1.</param>
/// <param name="First">Its first frame; the film's first is 0.</param>
/// <param name="Last">Its last frame.</param>
/// <param name="In">How it begins.</param>
/// <param name="Printed">The part of the screen that shows the picture; left out where it is all of it.</param>
internal sealed record ShotFacts(int Index, int First, int Last, ShotKind Kind, Transition In, PrintedFrame? Printed);
