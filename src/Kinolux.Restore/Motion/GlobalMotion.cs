namespace Kinolux.Restore.Motion;

/// <summary>
/// How the picture moved since the previous frame, about its centre: what was at (x, y) is now at
/// (x + X - Rotation·(y - cy) + Zoom·(x - cx), y + Y + Rotation·(x - cx) + Zoom·(y - cy)).
/// </summary>
/// <param name="X">Luma samples, right is positive.</param>
/// <param name="Y">Luma samples, down is positive.</param>
/// <param name="Rotation">Radians, clockwise on the screen is positive.</param>
/// <param name="Zoom">Relative growth, 0 for none.</param>
/// <param name="Confidence">0 to 1: how much of the picture agrees.</param>
public readonly record struct GlobalMotion(float X, float Y, float Rotation, float Zoom, float Confidence);
