using Kinolux.Core.Frames;

namespace Kinolux.Tests.Restore.Damage;

/// <summary>Pictures with soft detail everywhere, so that damage and motion show.</summary>
internal static class CleanPictures
{
    public static Frame Make(FramePool pool, int width, int height, PixelLayout layout = PixelLayout.Gray, int depth = 8, int phase = 0)
    {
        var frame = pool.Rent(new FrameFormat(width, height, layout, depth));
        for (var p = 0; p < frame.Planes.Length; p++)
        {
            var plane = frame.Planes[p];
            for (var y = 0; y < plane.Height; y++)
                for (var x = 0; x < plane.Width; x++)
                {
                    var wave = Math.Sin((x + phase) * 0.21 + p) * Math.Cos(y * 0.17) + 0.6 * Math.Sin(x * 0.05 + y * 0.09 + p) + 0.4 * Math.Sin(x * 0.33 - y * 0.29);
                    plane[x, y] = FrameFormat.Widen((int)((0.5 + 0.18 * wave) * frame.Format.MaxSample), depth);
                }
        }
        return frame;
    }

    public static byte[] Samples(Frame frame)
    {
        using var all = new MemoryStream();
        foreach (var plane in frame.Planes)
            for (var y = 0; y < plane.Height; y++)
                all.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(plane.Row(y)));
        return all.ToArray();
    }
}
