namespace Kinolux.Media.Turning;

internal static class Orientations
{
    // SMPTE ST 268-1, table 2: the direction of a line, then that of the lines.
    private static readonly Orientation[] OfDpx =
    [
        Orientation.TopLeft, Orientation.TopRight, Orientation.BottomLeft, Orientation.BottomRight,
        Orientation.LeftTop, Orientation.RightTop, Orientation.LeftBottom, Orientation.RightBottom,
    ];

    /// <param name="code">Of a DPX header; what is no code is taken for 0.</param>
    public static Orientation FromDpx(int code) => code >= 0 && code < OfDpx.Length ? OfDpx[code] : Orientation.TopLeft;

    public static ushort ToDpx(Orientation orientation) => (ushort)Array.IndexOf(OfDpx, orientation);

    /// <summary>True where stored rows are columns of the picture.</summary>
    public static bool SwapsAxes(this Orientation orientation) => orientation >= Orientation.LeftTop;

    /// <summary>ffmpeg's filter that turns a stored picture upright; null where it is.</summary>
    public static string? Upright(this Orientation orientation) => orientation switch
    {
        Orientation.TopRight => "hflip",
        Orientation.BottomRight => "hflip,vflip",
        Orientation.BottomLeft => "vflip",
        Orientation.LeftTop => "transpose=cclock_flip",
        Orientation.RightTop => "transpose=clock",
        Orientation.RightBottom => "transpose=clock_flip",
        Orientation.LeftBottom => "transpose=cclock",
        _ => null,
    };

    /// <summary>The filter that lays an upright picture as it was stored.</summary>
    public static string? Stored(this Orientation orientation) => orientation switch
    {
        Orientation.RightTop => Orientation.LeftBottom.Upright(),
        Orientation.LeftBottom => Orientation.RightTop.Upright(),
        _ => orientation.Upright(),
    };

    /// <summary>For a person: how it is stored.</summary>
    public static string Words(this Orientation orientation) => orientation switch
    {
        Orientation.TopRight => "mirrored",
        Orientation.BottomRight => "upside down",
        Orientation.BottomLeft => "bottom row first",
        Orientation.LeftTop => "column by column",
        Orientation.RightTop => "column by column from the right",
        Orientation.RightBottom => "column by column from the right, bottom first",
        Orientation.LeftBottom => "column by column, bottom first",
        _ => "upright",
    };
}
