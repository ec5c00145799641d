using Kinolux.Core.Frames;
using Kinolux.Core.Review;

namespace Kinolux.Restore.Damage;

/// <summary>Draws what is on the film over a frame: luma (or R, G and B) goes towards a grey, chroma towards neutral.</summary>
internal sealed class FilmSurface(Frame frame)
{
    private float[] _cover = [];

    public void Draw(DirtParticle particle)
    {
        var stamp = new DirtStamp(particle);
        Cover(stamp.Bounds(frame.Format.Width, frame.Format.Height), particle.Value, stamp.Cover);
    }

    public void Draw(Stain stain)
    {
        var stamp = new StainStamp(stain);
        Cover(stamp.Bounds(frame.Format.Width, frame.Format.Height), stain.Value, stamp.Cover);
    }

    public void Draw(ScratchLine line)
    {
        var reach = line.Width.Max() / 2 + line.Softness + 1;
        var left = Math.Max(0, (int)MathF.Floor(line.X.Min() - reach));
        var right = Math.Min(frame.Format.Width, (int)MathF.Ceiling(line.X.Max() + reach) + 1);
        if (right <= left)
            return;
        var height = frame.Format.Height;
        Cover(new Box(left, 0, right - left, height), line.Value, (x, y) =>
        {
            var at = height == 1 ? 0 : y * (ScratchLine.Stations - 1f) / (height - 1);
            var i = Math.Min((int)at, ScratchLine.Stations - 2);
            var t = at - i;
            float Along(float[] values) => values[i] + (values[i + 1] - values[i]) * t;
            var inside = Along(line.Width) / 2 - MathF.Abs(x - Along(line.X));
            return Along(line.Opacity) * Math.Clamp(0.5f + inside / line.Softness, 0, 1);
        });
    }

    private void Cover(Box? bounds, float value, Func<int, int, float> cover)
    {
        if (bounds is not { } box)
            return;
        if (_cover.Length < box.Area)
            _cover = new float[box.Area];
        for (var y = 0; y < box.Height; y++)
            for (var x = 0; x < box.Width; x++)
                _cover[y * box.Width + x] = cover(box.X + x, box.Y + y);
        var format = frame.Format;
        for (var plane = 0; plane < format.PlaneCount; plane++)
        {
            var chroma = plane > 0 && format.HasChroma;
            if (chroma)
                CoverChroma(frame.Planes[plane], box, format);
            else
                CoverLuma(frame.Planes[plane], box, value * 257);
        }
    }

    private void CoverLuma(Plane plane, Box box, float value)
    {
        for (var y = 0; y < box.Height; y++)
        {
            var row = plane.Row(box.Y + y).Slice(box.X, box.Width);
            var cover = _cover.AsSpan(y * box.Width, box.Width);
            for (var x = 0; x < row.Length; x++)
                if (cover[x] > 0)
                    row[x] = (ushort)(row[x] + cover[x] * (value - row[x]) + 0.5f);
        }
    }

    /// <summary>A chroma sample is covered as its luma samples are on average.</summary>
    private void CoverChroma(Plane plane, Box box, FrameFormat format)
    {
        var (sx, sy) = (format.ChromaShiftX, format.ChromaShiftY);
        float neutral = format.NeutralChroma;
        for (var cy = box.Y >> sy; cy < plane.Height && cy << sy < box.Bottom; cy++)
            for (var cx = box.X >> sx; cx < plane.Width && cx << sx < box.Right; cx++)
            {
                var sum = 0f;
                for (var y = cy << sy; y < (cy + 1) << sy; y++)
                    for (var x = cx << sx; x < (cx + 1) << sx; x++)
                        if (box.Contains(x, y))
                            sum += _cover[(y - box.Y) * box.Width + x - box.X];
                var cover = sum / (1 << (sx + sy));
                plane[cx, cy] = (ushort)(plane[cx, cy] + cover * (neutral - plane[cx, cy]) + 0.5f);
            }
    }
}
