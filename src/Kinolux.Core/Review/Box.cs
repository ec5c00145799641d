using System.Text.Json.Serialization;

namespace Kinolux.Core.Review;

/// <summary>A rectangle of luma samples: left and top edge included, <see cref="Width"/> × <see cref="Height"/> samples.</summary>
public readonly record struct Box(int X, int Y, int Width, int Height)
{
    [JsonIgnore]
    public int Right => X + Width;

    [JsonIgnore]
    public int Bottom => Y + Height;

    [JsonIgnore]
    public long Area => (long)Width * Height;

    public bool Contains(int x, int y) => x >= X && x < Right && y >= Y && y < Bottom;

    /// <summary>The part in both; null where there is none.</summary>
    public Box? Intersect(Box other)
    {
        var x = Math.Max(X, other.X);
        var y = Math.Max(Y, other.Y);
        var right = Math.Min(Right, other.Right);
        var bottom = Math.Min(Bottom, other.Bottom);
        return right > x && bottom > y ? new Box(x, y, right - x, bottom - y) : null;
    }
}
