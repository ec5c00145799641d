namespace Kinolux.Previs.Rendering;

/// <summary>Where a corner is on a picture, in steps of 1/256 pixel, and how near: 1 by its distance, 0 where it is behind, beside or no number and must be clipped.</summary>
internal readonly record struct Spot(int X, int Y, float Nearness);
