namespace Kinolux.Restore.Damage;

/// <summary>A line scratch as it crosses one frame.</summary>
/// <param name="Id">The same through all frames that the scratch runs through.</param>
/// <param name="Value">The grey that it draws the picture towards, 0 to 255: bright where the emulsion is torn, dark where the base is scratched.</param>
/// <param name="Softness">Width of its edge in luma samples.</param>
/// <param name="X">Its place at <see cref="Stations"/> heights, evenly from the first row to the last.</param>
/// <param name="Width">Its width there, in luma samples.</param>
/// <param name="Opacity">0 to 1 there; 0 where it is broken.</param>
public sealed record ScratchLine(int Id, float Value, float Softness, float[] X, float[] Width, float[] Opacity)
{
    /// <summary>How many heights describe a line; between them it is interpolated.</summary>
    public const int Stations = 33;
}
