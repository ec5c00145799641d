using System.Globalization;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Processes;
using Kinolux.Media;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Stages;

namespace Kinolux.Bench.Motion;

/// <summary>
/// Dense motion: how well a neighbour, brought by motion onto a frame, matches it (PSNR of luma over five clean clips, 8 samples off the edge), the same with dirt on the frame
/// (PSNR under the dirt against the clean frame), and processor time for a flow (pyramids included) and for warping one luma plane. OpenCV's DIS runs on the same frames on one thread.
/// </summary>
internal static class MotionBench
{
    private const int Margin = 8;

    /// <param name="folder">Of the clips.</param>
    /// <param name="wanted">One quality alone, without the peers; null for all of it.</param>
    public static void Run(string folder, Quality? wanted)
    {
        if (!Directory.Exists(folder))
        {
            Console.WriteLine($"motion: no clips at {folder}");
            return;
        }
        var clips = Directory.GetFiles(folder, "*.mkv").Order(StringComparer.Ordinal).ToArray();
        Console.WriteLine("motion".PadRight(20) + string.Concat(clips.Select(clip => Path.GetFileName(clip).Split('_')[0].PadLeft(11))) + "       mean  in dirt   flow ms   warp ms");
        var films = clips.Select(Luma).ToArray();
        foreach (var quality in Enum.GetValues<Quality>().Where(quality => wanted is null || quality == wanted))
            Console.WriteLine(Row(films, quality));
        if (wanted is not null)
            return;
        var peer = Tool.Run("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Motion", "opencv_dis.py"), .. clips]);
        Console.Write(peer.ExitCode == 0 ? peer.Output : $"OpenCV DIS did not run (Debian's python3-opencv has it): {peer.ErrorTail.Split('\n')[^1]}\n");
    }

    private static string Row(Frame[][] films, Quality quality)
    {
        var scores = films.Select(film => Neighbours(film).Select(pair => Score(film, pair.At, pair.From, quality, null)).ToArray()).ToArray();
        var dirty = films.SelectMany(film => Neighbours(film).Select(pair => Score(film, pair.At, pair.From, quality, pair.At).Psnr)).Average();
        var clip = scores.Select(rows => rows.Average(row => row.Psnr)).ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"{quality,-20}{string.Concat(clip.Select(psnr => psnr.ToString("f2", CultureInfo.InvariantCulture).PadLeft(11)))}{clip.Average(),11:f2}{dirty,9:f2}{Median(scores, row => row.Flow),10:f1}{Median(scores, row => row.Warp),10:f1}");
    }

    private static IEnumerable<(int At, int From)> Neighbours(Frame[] film)
    {
        for (var t = 5; t < film.Length - 1; t += 7)
        {
            yield return (t, t - 1);
            yield return (t, t + 1);
        }
    }

    private static (double Psnr, double Flow, double Warp) Score(Frame[] film, int at, int from, Quality quality, int? seed)
    {
        var pool = new FramePool();
        var clean = film[at].Planes[0];
        var (frame, mask) = seed is { } s ? Spoil(pool.Copy(film[at]), s) : (film[at], null);
        var motion = new MotionFields(n => n == at ? frame : film[n], RowRunner.Serial, quality);
        var start = Environment.CpuUsage.TotalTime;
        var field = motion.Between(at, from);
        var flow = Environment.CpuUsage.TotalTime;
        var warped = new Plane(clean.Width, clean.Height);
        Warp.Run(film[from].Planes[0], field, 0, 0, warped, RowRunner.Serial);
        var end = Environment.CpuUsage.TotalTime;
        return (Psnr(clean, warped, mask), (flow - start).TotalMilliseconds, (end - flow).TotalMilliseconds);
    }

    private static (Frame Frame, bool[] Mask) Spoil(Frame frame, int seed)
    {
        var plane = frame.Planes[0];
        var mask = new bool[plane.Width * plane.Height];
        var random = new Random(seed);
        for (var n = 0; n < 60; n++)
        {
            var (x0, y0, rx, ry) = (random.Next(20, plane.Width - 20), random.Next(20, plane.Height - 20), random.Next(2, 9), random.Next(2, 9));
            var value = (ushort)(random.Next(2) * 55000 + 5000);
            for (var y = -ry; y <= ry; y++)
            {
                for (var x = -rx; x <= rx; x++)
                {
                    if (x * x * ry * ry + y * y * rx * rx > rx * rx * ry * ry)
                        continue;
                    plane[x0 + x, y0 + y] = value;
                    mask[(y0 + y) * plane.Width + x0 + x] = true;
                }
            }
        }
        return (frame, mask);
    }

    private static double Psnr(Plane a, Plane b, bool[]? mask)
    {
        var (sum, count) = (0.0, 0);
        for (var y = Margin; y < a.Height - Margin; y++)
        {
            for (var x = Margin; x < a.Width - Margin; x++)
            {
                if (mask is not null && !mask[y * a.Width + x])
                    continue;
                double d = a[x, y] - b[x, y];
                sum += d * d;
                count++;
            }
        }
        return Math.Min(60, 10 * Math.Log10(65535.0 * 65535 / Math.Max(1, sum / count)));
    }

    private static double Median((double Psnr, double Flow, double Warp)[][] rows, Func<(double Psnr, double Flow, double Warp), double> of) =>
        rows.SelectMany(row => row).Select(of).Order().ElementAt(rows.Sum(row => row.Length) / 2);

    private static Frame[] Luma(string clip)
    {
        var film = Film.Open(clip);
        using var reader = new FilmReader(film, null, new FramePool());
        var frames = new List<Frame>();
        while (reader.Read() is { } frame)
            frames.Add(frame);
        return [.. frames];
    }
}
