namespace Kinolux.Restore.Survey.Flecks;

/// <summary>Something small that is in one frame only, on ground that is still (once the motion of the whole picture is taken out) in the frames around.</summary>
/// <param name="Area">In samples.</param>
/// <param name="Tone">Mean grey, 8 bit.</param>
/// <param name="IsBright">Brighter than the ground, or darker.</param>
/// <param name="Cos">Of twice the angle of its long axis, in 127ths; 0 like <paramref name="Sin"/> where it is not twice as long as wide.</param>
public readonly record struct Fleck(ushort X, ushort Y, ushort Area, byte Tone, bool IsBright, sbyte Cos, sbyte Sin)
{
    /// <summary>True where both may be the same thing at two moments.</summary>
    public bool IsLike(Fleck other) =>
        IsBright == other.IsBright && Area < 2 * other.Area && other.Area < 2 * Area && Math.Abs(Tone - other.Tone) < 30;
}
