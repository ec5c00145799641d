namespace Kinolux.Previs.Rendering;

/// <summary>A piece of a line on the picture, with round ends, in pixels.</summary>
internal readonly record struct Stroke(float FromX, float FromY, float ToX, float ToY, float Width);
