using Kinolux.Core.Frames;
using Kinolux.Core.Review;

namespace Kinolux.Restoration.Verify;

/// <summary>Where two frames differ, in luma samples; a differing chroma sample counts for every luma sample it colours.</summary>
internal sealed class ChangeMap(FrameFormat format)
{
    private readonly bool[] _differs = new bool[format.Width * format.Height];
    private bool _any;

    /// <summary>Marks every sample in which the frames differ; false where there is none.</summary>
    public bool Mark(Frame a, Frame b)
    {
        for (var plane = 0; plane < a.Planes.Length; plane++)
        {
            var (shiftX, shiftY) = plane > 0 && format.HasChroma ? (format.ChromaShiftX, format.ChromaShiftY) : (0, 0);
            for (var y = 0; y < a.Planes[plane].Height; y++)
            {
                var left = a.Planes[plane].Row(y);
                var right = b.Planes[plane].Row(y);
                for (var x = left.CommonPrefixLength(right); x < left.Length; x++)
                    if (left[x] != right[x])
                        Set(x << shiftX, y << shiftY, 1 << shiftX, 1 << shiftY);
            }
        }
        return _any;
    }

    /// <summary>Takes the region and what is within <paramref name="rim"/> samples of it out again; null takes out all.</summary>
    public void Clear(RegionMask? region, int rim)
    {
        if (!_any)
            return;
        if (region is null)
        {
            Array.Clear(_differs);
            _any = false;
            return;
        }
        region.ForEachRun(rim, format.Width, format.Height, (y, left, right) => _differs.AsSpan(y * format.Width + left, right - left).Clear());
    }

    /// <summary>What is marked, as connected spots from the top; leaves nothing marked.</summary>
    public List<Spot> TakeSpots()
    {
        var spots = new List<Spot>();
        if (!_any)
            return spots;
        for (var at = 0; at < _differs.Length; at++)
            if (_differs[at])
                spots.Add(TakeSpot(at));
        _any = false;
        return spots;
    }

    private void Set(int x, int y, int width, int height)
    {
        _any = true;
        for (var row = y; row < Math.Min(format.Height, y + height); row++)
            _differs.AsSpan(row * format.Width + x, Math.Min(width, format.Width - x)).Fill(true);
    }

    private Spot TakeSpot(int start)
    {
        var (left, top, right, bottom, count) = (int.MaxValue, int.MaxValue, 0, 0, 0);
        var open = new Stack<int>([start]);
        _differs[start] = false;
        while (open.TryPop(out var at))
        {
            var (y, x) = Math.DivRem(at, format.Width);
            (left, right, top, bottom, count) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y), count + 1);
            for (var v = Math.Max(0, y - 1); v <= Math.Min(format.Height - 1, y + 1); v++)
                for (var u = Math.Max(0, x - 1); u <= Math.Min(format.Width - 1, x + 1); u++)
                    if (_differs[v * format.Width + u])
                    {
                        _differs[v * format.Width + u] = false;
                        open.Push(v * format.Width + u);
                    }
        }
        return new Spot(start % format.Width, start / format.Width, new Box(left, top, right - left + 1, bottom - top + 1), count);
    }
}
