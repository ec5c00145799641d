namespace Kinolux.Restore.Stages.Donors;

/// <summary>Where to look in another frame, in 1/16 luma samples.</summary>
internal readonly record struct Displacement(int U, int V)
{
    /// <summary>One luma sample.</summary>
    public const int One = 16;

    public static Displacement operator +(Displacement a, Displacement b) => new(a.U + b.U, a.V + b.V);

    public static Displacement operator -(Displacement a, Displacement b) => new(a.U - b.U, a.V - b.V);

    /// <summary>Length in 1/16 samples.</summary>
    public float Length => MathF.Sqrt((float)U * U + (float)V * V);
}
