namespace Kinolux.Restore.Survey.Steps;

/// <summary>
/// How much brighter each part of a frame is than the same piece of the scene was some frames earlier, wherever that lay then: what stays at one place of the film shows when it grows and when it fades.
/// </summary>
/// <param name="Lag">How many frames earlier.</param>
/// <param name="X">Where the scene lay then, against now, in luma samples: the middle of all parts.</param>
/// <param name="Y">Down positive.</param>
/// <param name="Change">Quarters of an 8-bit level, row by row, without what changed over wide parts of the picture.</param>
/// <param name="Mismatch">How far fine detail differs, as a deviation in quarters of an 8-bit level: little where light or the film changed, much where another thing is seen.</param>
/// <param name="Vigour">How much stronger fine detail is now, as the log of its energy in sixteenths: what tints a scene lessens it.</param>
internal sealed record StepGrid(int Lag, float X, float Y, sbyte[] Change, byte[] Mismatch, sbyte[] Vigour)
{
    public const int Width = 48;
    public const int Height = 36;
    public const int Cells = Width * Height;

    /// <summary>Of an 8-bit level, in <see cref="Change"/> and <see cref="Mismatch"/>.</summary>
    public const float Unit = 0.25f;

    /// <summary>Of a natural logarithm, in <see cref="Vigour"/>.</summary>
    public const float VigourUnit = 1 / 16f;
}
