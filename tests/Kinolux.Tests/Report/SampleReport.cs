using System.Text.Json.Nodes;
using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Media.Display;
using Kinolux.Report;
using Kinolux.Report.Plots;
using Kinolux.Restoration.Origins;
using Kinolux.Restoration.Report;

namespace Kinolux.Tests.Report;

/// <summary>A small synthetic restoration to make reports of.</summary>
internal static class SampleReport
{
    public const int Frames = 96;

    public static readonly FrameFormat Format = new(160, 120, PixelLayout.Gray, 8);

    public static RestorationReport Data { get; } = Make(Frames, 4);

    public static RestorationReport Make(int frames, int shots) => new()
    {
        Title = "A Walk <by> the \"Sea\" </script>",
        Made = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero),
        Before = new FilmFacts("walk.mkv", frames, new Rational(24000, 1001), Format.Width, Format.Height, "FFV1, 8 bit, gray", "sha256:0123456789abcdef"),
        After = new FilmFacts("walk-restored.mkv", frames, new Rational(24000, 1001), Format.Width, Format.Height, "FFV1, 8 bit, gray", "sha256:fedcba9876543210"),
        Shots = [.. Enumerable.Range(0, shots).Select(i => new ReportShot(i + 1, new FrameRange(i * frames / shots, (i + 1) * frames / shots - 1), i == 1 ? "title" : "picture", i == 2 ? "dissolve" : "cut"))],
        Shares = new FilmShares(0.662, 0.3, 0.031, 0.007),
        Plots =
        [
            new FramePlot("flicker", "Flicker", "grey levels", PlotStyle.Line, [new PlotLine("before", Curve(frames, n => 120 + 14 * Noise(n))), new PlotLine("after", Curve(frames, n => 120 + 4 * MathF.Sin(n / 20f)))]),
            new FramePlot("weave", "Weave", "px", PlotStyle.Line, [new PlotLine("across", Curve(frames, n => 2 * Noise(n + 1000))), new PlotLine("down", Curve(frames, n => 3 * Noise(n + 2000)))]),
            new FramePlot("dirt", "Dirt", "specks", PlotStyle.Bars, [new PlotLine("specks", Curve(frames, n => MathF.Floor(40 * MathF.Pow(MathF.Abs(Noise(n + 3000)), 3))))]),
            new FramePlot("scratches", "Scratches", "lines", PlotStyle.Bars, [new PlotLine("lines", Curve(frames, n => n % 40 < 25 ? 2 : 0))]),
            new FramePlot("noise", "Noise", "grey levels", PlotStyle.Line, [new PlotLine("sigma", Curve(frames, n => n * shots / frames % 2 == 0 ? 3.2f : float.NaN))]),
        ],
        Proposals = Proposals(frames, shots),
        Plan = new JsonObject { ["stages"] = new JsonArray(new JsonObject { ["id"] = "despeckle", ["strength"] = 1 }) },
        Versions = [new VersionLine("Kinolux", "0.1.0"), new VersionLine("despeckle", "1"), new VersionLine("ffmpeg", "5.1")],
        Hashes = Enumerable.Range(0, frames).Select(n => new FrameHash(n, $"{n:x32}", $"{n + 1:x32}")),
        Notes = ["Interlaced: top field first in 12 of 96 frames."],
        ReviewPath = "walk-restored.mkv",
    };

    /// <summary>A picture with a bright square that moves with the frame's number, and specks in the one before.</summary>
    public static Frame Picture(FramePool pool, int number, bool before)
    {
        var frame = pool.Rent(Format);
        var plane = frame.Planes[0];
        for (var y = 0; y < plane.Height; y++)
            for (var x = 0; x < plane.Width; x++)
                plane[x, y] = (ushort)(12000 + 200 * x + 100 * y + (Math.Abs(x - 20 - number % 100) < 12 && Math.Abs(y - 60) < 20 ? 18000 : 0));
        if (before)
            for (var i = 0; i < 12; i++)
                plane[(number * 31 + i * 47) % plane.Width, (number * 17 + i * 29) % plane.Height] = 65535;
        return frame;
    }

    /// <summary>Writes the sample with pictures and a video.</summary>
    public static void Write(string folder, RestorationReport data, bool overwrite = false)
    {
        var pool = new FramePool();
        using var writer = RestorationReportWriter.Begin(folder, new PictureLook { FullRange = true }, data.Before.Rate, overwrite);
        foreach (var number in new[] { 5, 30, 31, 70, 90 })
            WithPair(pool, number, (before, after) => writer.AddPicture(number, before, after, new PictureNote(number == 90 ? 0 : 100 - number, $"{12 + number} specks")));
        for (var number = 24; number < 48; number++)
            WithPair(pool, number, (before, after) => writer.AddProxyFrame(number, before, after));
        writer.Complete(data);
    }

    /// <summary>A report with nothing in it but what every film has.</summary>
    public static void WriteBare(string folder)
    {
        var film = new FilmFacts("one.png", 1, new Rational(25, 1), 1, 1, "PNG, 8 bit, gray");
        using var writer = RestorationReportWriter.Begin(folder, new PictureLook(), film.Rate);
        writer.Complete(new RestorationReport { Title = "Bare", Made = Data.Made, Before = film, After = film, Shots = [], Shares = new FilmShares(1, 0, 0, 0) });
    }

    private static void WithPair(FramePool pool, int number, Action<Frame, Frame> use)
    {
        using var before = Picture(pool, number, before: true);
        using var after = Picture(pool, number, before: false);
        use(before, after);
    }

    private static IEnumerable<Decided> Proposals(int frames, int shots)
    {
        for (var n = 0; n < frames; n++)
            for (var i = 0; i < n % 7; i++)
            {
                var region = RegionMask.Whole(new Box(n * 31 % 150, i * 19 % 110, 3 + i, 4));
                yield return Decide(Proposal("dirt", FrameRange.Single(n), region, 0.5 + 0.07 * (n % 7), "despeckle"), i == 2 ? Verdict.Wait : Verdict.Accept);
            }
        for (var s = 0; s < shots; s++)
        {
            var range = new FrameRange(s * frames / shots, (s + 1) * frames / shots - 1);
            yield return Decide(Proposal("flicker", range, null, 0.97, "deflicker"), Verdict.Accept);
            yield return Decide(Proposal("scratch", range, RegionMask.Whole(new Box(40 + s, 0, 2, 120)), 0.62, "scratches"), s == 0 ? Verdict.Reject : Verdict.Wait);
        }
    }

    private static Proposal Proposal(string kind, FrameRange frames, RegionMask? region, double confidence, string stage) =>
        Kinolux.Core.Review.Proposal.Of(kind, new FilmPlace(frames, region), $"{kind} <b>found</b>", confidence, new ProposalSource(stage, "1"),
            [new Evidence("darker than both neighbours, in 8-bit levels", 31.5, 12)]);

    private static Decided Decide(Proposal proposal, Verdict verdict) => new(proposal, verdict, "policy standard");

    private static float[] Curve(int frames, Func<int, float> value) => [.. Enumerable.Range(0, frames).Select(value)];

    // A fixed scatter in -1…1.
    private static float Noise(int n) => (((uint)n * 2654435761u ^ (uint)n << 7) >> 8) % 2000 / 1000f - 1;
}
