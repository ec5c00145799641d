using System.Globalization;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restore.Damage;
using Kinolux.Restore.Demo;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Pipeline;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Stages.Despeckle;
using Kinolux.Restore.Survey;

namespace Kinolux.Bench.Restore;

/// <summary>What despeckle takes for dirt that is snow, sparks or glitter: runs it on shots of the demo film, clean and dirty, and prints what was altered.</summary>
internal static class ParticleBench
{
    private const int Level = 257;
    private static readonly FramePool Pool = new();
    private static readonly RowRunner Rows = new(Environment.ProcessorCount);

    public static void Run(Quality quality, IReadOnlyList<string> wanted)
    {
        Console.WriteLine("| shot | clean film: altered by > 8 levels | dirty film: dirt found | precision | F1 | not dirt, altered by > 8 levels | dB before | dB after |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var (name, first) in new[] { ("lake", 20), ("snow", 84), ("fire", 166) })
            if (wanted.Count == 0 || wanted.Contains(name))
                Shot(name, first, 16, quality);
    }

    private static void Shot(string name, int first, int count, Quality quality)
    {
        var clean = Enumerable.Range(first, count).Select(number => DemoFilm.Render(number, Pool, Rows)).ToArray();
        var degrader = new Degrader(DemoFilm.Format, count, new DamageOptions(DamageKinds.Dirt), Pool, Rows);
        var masks = clean.Select(_ => new DamageMasks(DemoFilm.Width, DemoFilm.Height)).ToArray();
        var dirty = clean.Select((frame, i) => degrader.Apply(degrader.Plan(i), frame, null, masks[i])).ToArray();
        var (kept, _) = Restore(clean, quality);
        var (restored, found) = Restore(dirty, quality);
        long harmed = 0, hit = 0, wrong = 0, dirt = 0, spoilt = 0;
        double before = 0, after = 0;
        for (var i = 0; i < count; i++)
            for (var y = 0; y < DemoFilm.Height; y++)
                for (var x = 0; x < DemoFilm.Width; x++)
                {
                    int was = clean[i].Guide[x, y];
                    var (at, isDirt) = (y * DemoFilm.Width + x, masks[i].Dirt[y * DemoFilm.Width + x] != 0);
                    harmed += Math.Abs(was - kept[i].Guide[x, y]) > 8 * Level ? 1 : 0;
                    dirt += isDirt ? 1 : 0;
                    hit += isDirt && found[i][at] ? 1 : 0;
                    wrong += !isDirt && found[i][at] ? 1 : 0;
                    spoilt += !isDirt && Math.Abs(was - restored[i].Guide[x, y]) > 8 * Level ? 1 : 0;
                    before += Math.Pow((was - dirty[i].Guide[x, y]) / (double)Level, 2);
                    after += Math.Pow((was - restored[i].Guide[x, y]) / (double)Level, 2);
                }
        double all = (double)count * DemoFilm.Width * DemoFilm.Height;
        double recall = (double)hit / dirt, precision = (double)hit / Math.Max(1, hit + wrong);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {100 * harmed / all:0.000} % | {recall:0.00} | {precision:0.00} | {2 * recall * precision / (recall + precision):0.00} | {100 * spoilt / all:0.000} % | {Decibel(before / all):0.0} | {Decibel(after / all):0.0} |"));
        foreach (var frame in clean.Concat(dirty).Concat(kept).Concat(restored))
            frame.Dispose();
    }

    private static (Frame[] Frames, bool[][] Found) Restore(Frame[] film, Quality quality)
    {
        var stage = new Despeckle();
        var found = film.Select(_ => new bool[DemoFilm.Width * DemoFilm.Height]).ToArray();
        var survey = new ShotSurvey(new Shot(1, new FrameRange(0, film.Length - 1)), DemoFilm.Format, [.. film.Select(_ => new FrameSurvey
        {
            Mean = 0, Quantiles = new float[FrameSurvey.QuantileCount], Grid = new float[FrameSurvey.GridWidth * FrameSurvey.GridHeight],
            Noise = 0, Difference = 0, BlockDifference = 0, Motion = new GlobalMotion(0, 0, 0, 0, 1),
        })]);
        using var chain = new StageChain(survey, n => film[n].Share(), [new StagePlan(stage, stage.DefaultOptions, [], [])], quality, Pool, Rows, (frame, proposal) =>
        {
            var verdict = proposal.Confidence >= 0.5 ? Verdict.Accept : Verdict.Wait;
            if (verdict == Verdict.Accept && proposal.Region is { } region)
                Mark(region, found[frame]);
            return new Decided(proposal, verdict, "bench");
        });
        return ([.. Enumerable.Range(0, film.Length).Select(chain.Get)], found);
    }

    private static void Mark(RegionMask region, bool[] found)
    {
        for (var y = region.Box.Y; y < region.Box.Bottom; y++)
            for (var x = region.Box.X; x < region.Box.Right; x++)
                if (region.Contains(x, y))
                    found[y * DemoFilm.Width + x] = true;
    }

    private static double Decibel(double error) => 10 * Math.Log10(255 * 255 / Math.Max(1e-6, error));
}
