using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Models.Cards;
using Kinolux.Models.Registry;
using Kinolux.Restore.Pipeline;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Stages.Degrain;
using Kinolux.Restore.Survey;
using static Kinolux.Bench.Models.ModelsBench;

namespace Kinolux.Bench.Models;

/// <summary>
/// Film with white noise, rounded and clipped to 8 bits: crops of 288 × 192 at (144, 66), gray, and in colour for models of colour, the first 15 frames of which the middle 11 are scored. The whole stage,
/// which measures the noise by itself, with each model and without one; PSNR in dB and processor time of one thread for a frame. VBM3D in C++ was measured on the same gray crops.
/// </summary>
internal static class FilmTable
{
    private const int Frames = 15;
    private const int Rim = 2;

    private static readonly string[] Clips = ["bedroom_zoom", "dog", "bikepacking", "venice_pan"];
    private static readonly int[] Sigmas = [10, 20, 40];
    private static readonly FrameFormat Gray = new(288, 192, PixelLayout.Gray, 8);
    private static readonly FrameFormat Colour = Gray with { Layout = PixelLayout.Rgb };

    public static void Print(ModelRegistry models, IReadOnlyList<ModelCard> cards, string folder)
    {
        if (!Directory.Exists(folder))
        {
            Console.WriteLine($"film: no clips at {folder}");
            return;
        }
        var denoisers = cards.Where(card => card.Task is ModelTask.Denoise or ModelTask.VideoDenoise).ToLookup(card => card.Outputs[0].Channels.Count);
        Table(models, [.. denoisers[1]], Gray, "gray film, dB and ms", folder);
        if (denoisers[3].Any())
            Table(models, [.. denoisers[3]], Colour, "film in colour, dB and ms", folder);
    }

    private static void Table(ModelRegistry models, IReadOnlyList<ModelCard> cards, FrameFormat format, string title, string folder)
    {
        Console.WriteLine(Say($"{title,-28}sigma        10              20              40"));
        if (!format.IsRgb)
            Console.WriteLine("VBM3D in C++, measured elsewhere      37.6   270      33.9   270      29.6   270");
        var clips = Clips.Select(name => Read(Directory.GetFiles(folder, $"{name}*.mkv")[0], format)).ToList();
        foreach (var quality in Enum.GetValues<Quality>())
            Row(Say($"degrain at {quality}"), clips, format, new Degrain(models), new DegrainOptions { Model = ModelUse.Never }, quality);
        foreach (var card in cards)
            Row(card.Name, clips, format, new Degrain(models.Only(card)), new DegrainOptions { Model = ModelUse.Always }, Quality.Best);
        Console.WriteLine();
    }

    private static void Row(string name, List<Plane[][]> clips, FrameFormat format, Degrain stage, DegrainOptions options, Quality quality)
    {
        Console.Write($"{name,-36}");
        foreach (var sigma in Sigmas)
        {
            var scores = clips.Select((clip, place) => Score(clip, format, sigma, place, stage, options, quality)).ToList();
            Console.Write(Say($"{scores.Average(score => score.Psnr),6:0.00}{scores.Average(score => score.Milliseconds),6:0}    "));
        }
        Console.WriteLine();
    }

    private static (double Psnr, double Milliseconds) Score(Plane[][] clean, FrameFormat format, int sigma, int place, Degrain stage, DegrainOptions options, Quality quality)
    {
        var pool = new FramePool();
        var noisy = clean.Select((planes, t) => Spoil(planes, pool.Rent(format), sigma, 100 * place + t)).ToArray();
        var survey = new ShotSurvey(new Shot(1, new FrameRange(0, Frames - 1)), format, [.. noisy.Select(frame => NoiseSurvey.Of(frame, RowRunner.Serial))]);
        var planned = stage.Plan(survey, options, quality).Select(proposal => new Decided(proposal, Verdict.Accept, "bench")).ToList();
        using var chain = new StageChain(survey, n => noisy[n].Share(), [new StagePlan(stage, options, planned, [])], quality, pool, RowRunner.Serial, (_, proposal) => new Decided(proposal, Verdict.Accept, "bench"));
        var before = Environment.CpuUsage.TotalTime;
        var psnr = 0.0;
        for (var t = 0; t < Frames; t++)
        {
            using var frame = chain.Get(t);
            if (t >= Rim && t < Frames - Rim)
                psnr += Psnr(clean[t], frame) / (Frames - 2 * Rim);
        }
        return (psnr, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Frames);
    }

    private static Frame Spoil(Plane[] clean, Frame frame, int sigma, int seed)
    {
        var noise = new Gaussian(1000 * sigma + seed);
        for (var plane = 0; plane < clean.Length; plane++)
            for (var y = 0; y < Gray.Height; y++)
                for (var x = 0; x < Gray.Width; x++)
                    frame.Planes[plane][x, y] = (ushort)(257 * (int)Math.Clamp(MathF.Round(clean[plane][x, y] / 257f + noise.Next() * sigma), 0, 255));
        return frame;
    }

    // Both in 8 bits, as files are.
    private static double Psnr(Plane[] clean, Frame found)
    {
        var sum = 0.0;
        for (var plane = 0; plane < clean.Length; plane++)
            for (var y = 0; y < Gray.Height; y++)
                for (var x = 0; x < Gray.Width; x++)
                    sum += Math.Pow(clean[plane][x, y] / 257 - (found.Planes[plane][x, y] + 128) / 257, 2);
        return 10 * Math.Log10(255 * 255 / (sum / (clean.Length * Gray.Width * Gray.Height)));
    }

    private static Plane[][] Read(string path, FrameFormat format)
    {
        using var reader = new FilmReader(Film.Open(path), null, new FramePool());
        var planes = new Plane[Frames][];
        for (var t = 0; t < Frames; t++)
        {
            using var frame = reader.Read() ?? throw new InvalidDataException($"{path} is too short");
            planes[t] = [.. Enumerable.Range(0, format.PlaneCount).Select(_ => new Plane(format.Width, format.Height))];
            for (var y = 0; y < format.Height; y++)
                for (var x = 0; x < format.Width; x++)
                    for (var plane = 0; plane < planes[t].Length; plane++)
                        planes[t][plane][x, y] = (ushort)(257 * Math.Clamp((int)MathF.Round(Picture(frame, 144 + x, 66 + y, format.IsRgb ? plane : -1)), 0, 255));
        }
        return planes;
    }

    // From the range of video to that of pictures: luma, or one of red, green and blue (Rec. 601).
    private static float Picture(Frame frame, int x, int y, int colour)
    {
        float Chroma(int plane) => (frame.Planes[plane][x / 2, y / 2] / 257f - 128) * 255 / 224;
        var luma = (frame.Planes[0][x, y] / 257f - 16) * 255 / 219;
        return colour switch
        {
            0 => luma + 1.402f * Chroma(2),
            1 => luma - 0.344f * Chroma(1) - 0.714f * Chroma(2),
            2 => luma + 1.772f * Chroma(1),
            _ => luma,
        };
    }
}
