using Kinolux.Core.Review;

namespace Kinolux.Restore.Stages.Donors;

/// <summary>Turns samples into the region that a proposal claims.</summary>
internal static class PixelSet
{
    /// <param name="pixels">Indices y · width + x, at least one.</param>
    public static RegionMask ToRegion(IReadOnlyList<int> pixels, int width)
    {
        int left = int.MaxValue, top = int.MaxValue, right = 0, bottom = 0;
        foreach (var pixel in pixels)
        {
            var (y, x) = Math.DivRem(pixel, width);
            (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y));
        }
        var box = new Box(left, top, right - left + 1, bottom - top + 1);
        var inside = new bool[box.Area];
        foreach (var pixel in pixels)
            inside[(pixel / width - top) * box.Width + pixel % width - left] = true;
        return RegionMask.From(box, inside);
    }
}
