using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Models.Cards;
using Kinolux.Models.Shelf;
using Kinolux.Restore.Noise;
using Kinolux.Restore.Pipeline;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Stages.Degrain;
using Kinolux.Restore.Survey;
using static Kinolux.Bench.Models.ModelsBench;

namespace Kinolux.Bench.Models;

/// <summary>
/// Film with white noise, rounded and clipped to 8 bits: gray crops of 288 × 192 at (144, 66), the first 15 frames of which the middle 11 are scored. The whole stage, which measures the noise by itself,
/// with each model and without one; PSNR in dB and processor time of one thread for a frame. VBM3D in C++ was measured on the same crops.
/// </summary>
internal static class FilmTable
{
    private const int Frames = 15;
    private const int Rim = 2;

    private static readonly string[] Clips = ["bedroom_zoom", "dog", "bikepacking", "venice_pan"];
    private static readonly int[] Sigmas = [10, 20, 40];
    private static readonly FrameFormat Format = new(288, 192, PixelLayout.Gray, 8);

    public static void Print(ModelShelf shelf, IReadOnlyList<ModelCard> cards, string folder)
    {
        if (!Directory.Exists(folder))
        {
            Console.WriteLine($"film: no clips at {folder}");
            return;
        }
        Console.WriteLine("PSNR in dB, ms a frame      sigma        10              20              40");
        Console.WriteLine("VBM3D in C++, measured elsewhere      37.6   270      33.9   270      29.6   270");
        var clips = Clips.Select(name => Read(Directory.GetFiles(folder, $"{name}*.mkv")[0])).ToList();
        foreach (var quality in Enum.GetValues<Quality>())
            Row(Say($"degrain at {quality}"), clips, new Degrain(shelf), new DegrainOptions { Model = ModelUse.Never }, quality);
        foreach (var card in cards.Where(card => card.Task is ModelTask.Denoise or ModelTask.VideoDenoise && card.Outputs[0].Channels.Count == 1))
            Row(card.Name, clips, new Degrain(shelf.Only(card)), new DegrainOptions { Model = ModelUse.Always }, Quality.Balanced);
        Console.WriteLine();
    }

    private static void Row(string name, List<Plane[]> clips, Degrain stage, DegrainOptions options, Quality quality)
    {
        Console.Write($"{name,-36}");
        foreach (var sigma in Sigmas)
        {
            var scores = clips.Select((clip, place) => Score(clip, sigma, place, stage, options, quality)).ToList();
            Console.Write(Say($"{scores.Average(score => score.Psnr),6:0.00}{scores.Average(score => score.Milliseconds),6:0}    "));
        }
        Console.WriteLine();
    }

    private static (double Psnr, double Milliseconds) Score(Plane[] clean, int sigma, int place, Degrain stage, DegrainOptions options, Quality quality)
    {
        var pool = new FramePool();
        var noisy = clean.Select((plane, t) => Spoil(plane, pool.Rent(Format), sigma, 100 * place + t)).ToArray();
        var survey = new ShotSurvey(new Shot(1, new FrameRange(0, Frames - 1)), Format, [.. noisy.Select(Measure)]);
        var planned = stage.Plan(survey, options, quality).Select(proposal => new Decided(proposal, Verdict.Accept, "bench")).ToList();
        using var chain = new StageChain(survey, n => noisy[n].Share(), [new StagePlan(stage, options, planned, [])], quality, pool, RowRunner.Serial, (_, proposal) => new Decided(proposal, Verdict.Accept, "bench"));
        var before = Environment.CpuUsage.TotalTime;
        var psnr = 0.0;
        for (var t = 0; t < Frames; t++)
        {
            using var frame = chain.Get(t);
            if (t >= Rim && t < Frames - Rim)
                psnr += Psnr(clean[t], frame.Planes[0]) / (Frames - 2 * Rim);
        }
        return (psnr, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Frames);
    }

    private static Frame Spoil(Plane clean, Frame frame, int sigma, int seed)
    {
        var noise = new Gaussian(1000 * sigma + seed);
        for (var y = 0; y < clean.Height; y++)
            for (var x = 0; x < clean.Width; x++)
                frame.Planes[0][x, y] = (ushort)(257 * (int)Math.Clamp(MathF.Round(clean[x, y] / 257f + noise.Next() * sigma), 0, 255));
        return frame;
    }

    private static FrameSurvey Measure(Frame frame)
    {
        var curve = NoiseMeter.Measure(frame.Guide, RowRunner.Serial);
        return new FrameSurvey
        {
            Mean = 0, Quantiles = new float[FrameSurvey.QuantileCount], Grid = new float[FrameSurvey.GridWidth * FrameSurvey.GridHeight],
            Noise = curve.Mean, NoiseCurve = curve, Coarseness = NoiseMeter.Coarseness(frame.Guide, curve, RowRunner.Serial), Difference = 0, BlockDifference = 0, Motion = default,
        };
    }

    // Both in 8 bits, as files are.
    private static double Psnr(Plane clean, Plane found)
    {
        var sum = 0.0;
        for (var y = 0; y < clean.Height; y++)
            for (var x = 0; x < clean.Width; x++)
                sum += Math.Pow(clean[x, y] / 257 - (found[x, y] + 128) / 257, 2);
        return 10 * Math.Log10(255 * 255 / (sum / (clean.Width * clean.Height)));
    }

    private static Plane[] Read(string path)
    {
        using var reader = new FilmReader(Film.Open(path), null, new FramePool());
        var planes = new Plane[Frames];
        for (var t = 0; t < Frames; t++)
        {
            using var frame = reader.Read() ?? throw new InvalidDataException($"{path} is too short");
            planes[t] = new Plane(Format.Width, Format.Height);
            for (var y = 0; y < Format.Height; y++)
                for (var x = 0; x < Format.Width; x++)
                    planes[t][x, y] = (ushort)(257 * Math.Clamp((int)MathF.Round((frame.Planes[0][144 + x, 66 + y] / 257f - 16) * 255 / 219), 0, 255)); // From the range of video to that of pictures.
        }
        return planes;
    }
}
