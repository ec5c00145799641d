namespace Kinolux.Restore.Damage;

/// <summary>One piece of dirt in one frame, in luma samples of the clean picture.</summary>
/// <param name="X">Centre.</param>
/// <param name="Y">Centre.</param>
/// <param name="Length">Along its main axis, or along its curve.</param>
/// <param name="Width">Across.</param>
/// <param name="Angle">Of the main axis, radians.</param>
/// <param name="Value">The grey that it covers the picture with, 0 to 255.</param>
/// <param name="Opacity">0 to 1.</param>
/// <param name="Softness">Width of its edge.</param>
/// <param name="Outline">Seed of its outline.</param>
public sealed record DirtParticle(
    DirtShape Shape, float X, float Y, float Length, float Width, float Angle, float Value, float Opacity, float Softness, long Outline);
