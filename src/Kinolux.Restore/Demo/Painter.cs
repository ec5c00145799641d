using System.Numerics;

namespace Kinolux.Restore.Demo;

/// <summary>The light at a place of the picture: x from 0 to 16/9 rightwards, y from 0 to 1 downwards; linear red, green and blue, 1 is white.</summary>
internal delegate Vector3 Painter(float x, float y);
