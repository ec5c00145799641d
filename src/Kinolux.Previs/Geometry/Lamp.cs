using System.Numerics;

namespace Kinolux.Previs.Geometry;

/// <summary>A light. The sun and the moon are far away: their light comes from <see cref="Direction"/> alone.</summary>
/// <param name="Position">Metres; null for what is far away.</param>
/// <param name="Direction">Where the light goes to, of length 1.</param>
/// <param name="Colour">Linear, 0 to 1 and above.</param>
/// <param name="Spread">Half the angle of its cone, radians; π where it shines everywhere. Means nothing for what is far away.</param>
/// <param name="Reach">How far it reaches, metres: at half of that it gives a quarter of its light, beyond it none.</param>
/// <param name="Shadows">True where things throw shadows in it.</param>
public sealed record Lamp(Vector3? Position, Vector3 Direction, Vector3 Colour, float Spread = MathF.PI, float Reach = 12, bool Shadows = false);
