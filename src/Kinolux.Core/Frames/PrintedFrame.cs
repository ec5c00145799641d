using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kinolux.Core.Frames;

/// <summary>
/// The part of the screen that shows the picture: what is outside is the printer's or the scanner's gate, or a bar. The same in all frames of a shot; a person may change it in the plan.
/// </summary>
/// <param name="X">The leftmost column of the picture, luma samples from 0.</param>
/// <param name="Y">The topmost row.</param>
/// <param name="Width">Columns, at least 1.</param>
/// <param name="Height">Rows, at least 1.</param>
/// <param name="Corner">The radius of its corners, 0 for square ones.</param>
public sealed record PrintedFrame(int X, int Y, int Width, int Height, int Corner = 0) : IJsonOnDeserialized
{
    private const int Farthest = 1 << 20;

    void IJsonOnDeserialized.OnDeserialized()
    {
        if (X is < -Farthest or > Farthest || Y is < -Farthest or > Farthest || Width is < 1 or > Farthest || Height is < 1 or > Farthest || Corner is < 0 or > Farthest)
            throw new JsonException("the printed frame is at least one sample wide and high, and is in the picture");
    }

    /// <summary>The columns of row <paramref name="y"/> that show the picture; an empty span where none does.</summary>
    public (int First, int End) Row(int y)
    {
        if (y < Y || y >= Y + Height)
            return (0, 0);
        var corner = Math.Min(Corner, Math.Min(Width, Height) / 2);
        // How far the row's middle is inside the corner's square.
        var into = corner - Math.Min(y - Y, Y + Height - 1 - y) - 0.5;
        var inset = into <= 0 ? 0 : (int)Math.Ceiling(corner - Math.Sqrt(Math.Max(0, (double)corner * corner - into * into)));
        return (X + inset, X + Width - inset);
    }

    /// <summary>What is left of it where the picture is moved by up to so many samples; a side that is the screen's own stays.</summary>
    public PrintedFrame Within(int shift, int width, int height)
    {
        var (left, top) = (X <= 0 ? X : X + shift, Y <= 0 ? Y : Y + shift);
        var (right, bottom) = (X + Width >= width ? X + Width : X + Width - shift, Y + Height >= height ? Y + Height : Y + Height - shift);
        return this with { X = left, Y = top, Width = Math.Max(1, right - left), Height = Math.Max(1, bottom - top) };
    }

    public bool Contains(int x, int y)
    {
        var (first, end) = Row(y);
        return x >= first && x < end;
    }
}
