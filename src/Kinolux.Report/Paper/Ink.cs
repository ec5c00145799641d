namespace Kinolux.Report.Paper;

/// <summary>A colour on paper, in sRGB.</summary>
public readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    public static Ink Black => default;

    public static Ink Gray(byte level) => new(level, level, level);
}
