namespace Kinolux.Restore.Damage;

/// <summary>A large discolouration in one frame.</summary>
/// <param name="Id">The same through all its frames.</param>
/// <param name="X">Centre in luma samples of the clean picture.</param>
/// <param name="Y">Centre.</param>
/// <param name="Radius">Mean radius.</param>
/// <param name="Value">The grey that it draws the picture towards, 0 to 255.</param>
/// <param name="Opacity">0 to 1, of its inside; its rim is stronger.</param>
/// <param name="Outline">Seed of its outline and texture.</param>
public sealed record Stain(int Id, float X, float Y, float Radius, float Value, float Opacity, long Outline);
