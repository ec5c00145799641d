using Kinolux.Core.Frames;
using Kinolux.Core.Time;

namespace Kinolux.Restoration.Report;

/// <summary>A shot of the film.</summary>
/// <param name="Index">Counts from 1.</param>
/// <param name="Kind">What it shows in one word: <c>picture</c>, <c>title</c>, <c>blank</c>.</param>
/// <param name="In">How it begins: <c>cut</c>, <c>dissolve</c>, <c>fade</c>.</param>
/// <param name="Printed">The part of the screen that shows the picture; null where it is all of it.</param>
public sealed record ReportShot(int Index, FrameRange Frames, string Kind = "picture", string In = "cut", PrintedFrame? Printed = null);
