using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kinolux.Core.Processes;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restoration;
using Kinolux.Bench.Speed;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Survey;
using Kinolux.Studio;
using Kinolux.Work;

namespace Kinolux.Bench.Studio;

/// <summary>What a person waits for in the studio, over HTTP as the page asks: steps through 1080p films, and a review of many proposals.</summary>
internal static class StudioBench
{
    private const int Frames = 240;
    private const int FeatureFrames = 150_000;
    private const int Steps = 60;
    private const int OldFrames = 96;
    private const int Seen = 8;

    /// <param name="clips">Folder of the clips that an old film is made from.</param>
    /// <param name="proposals">How many the reviewed film has.</param>
    public static async Task RunAsync(string clips, string folder, int proposals)
    {
        Film(folder, "ffv1.mkv", "-c:v", "ffv1", "-level", "3", "-g", "1");
        Film(folder, "h264.mp4", "-c:v", "libx264", "-preset", "veryfast", "-g", "250");
        Feature(folder, proposals);
        Analysed(folder, OldFilm.Make(clips, folder, "1920x1080", OldFrames, colour: true, "old.mkv"));
        await using var server = StudioServer.Create(new StudioSettings { Engines = new Engines(new FilmEngine()), Folder = folder, Person = "bench" });
        await server.StartAsync();
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add("X-Kinolux", "1");
        var films = (await client.GetFromJsonAsync<JsonNode>("/api/films"))?["films"]?.AsArray() ?? [];
        string Address(string name) => $"/api/films/{films.First(film => film?["name"]?.GetValue<string>() == name)?["id"]?.GetValue<string>()}";

        Console.WriteLine("| 1080p, 8-bit 4:2:0, PNG over HTTP | first | median | slowest | goal |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var film in (string[])["ffv1", "h264"])
        {
            var random = new Random(1);
            await Steps1080(client, $"{film}, a step forward", Address(film), [.. Enumerable.Range(100, Steps)], "100 ms");
            await Steps1080(client, $"{film}, a step back", Address(film), [.. Enumerable.Range(20, Steps).Reverse()], "100 ms");
            await Steps1080(client, $"{film}, anywhere", Address(film), [.. Enumerable.Range(0, 24).Select(_ => random.Next(Frames))], "");
            await Steps1080(client, $"{film}, 320 wide, one in ten", Address(film), [.. Enumerable.Range(0, 24).Select(i => i * 10)], "", "?width=320");
        }
        Console.WriteLine();
        Console.WriteLine("| a repair seen before it is decided on, 1080p, whole frame | first | median | slowest | goal |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var kind in (string[])["dirt", "blotch", "scratch", "stain"])
            await Previews(client, kind, Address("old"));
        Console.WriteLine();
        Console.WriteLine(Say($"| {proposals} proposals over {FeatureFrames} frames | first | median | slowest |"));
        Console.WriteLine("|---|---|---|---|");
        var feature = Works(Address("feature"));
        await Time("groups", Enumerable.Repeat(0, 8), _ => Get(client, $"{feature}/groups"));
        await Time("the first 50 questions", Enumerable.Repeat(0, 8), _ => Get(client, $"{feature}/questions"));
        await Time("a frame's findings", Enumerable.Range(0, 40).Select(i => i * 3001), frame => Get(client, $"{feature}/proposals/at/{frame}"));
        await Time("the most doubtful 50", Enumerable.Repeat(0, 8), _ => Get(client, $"{feature}/proposals?kind=dirt"));
        await Time("why at a place", Enumerable.Range(0, 20).Select(i => i * 5003), frame => Get(client, $"{feature}/why?at={frame},30,30"));
        await Time("a decision, answered with the groups", Enumerable.Range(0, 12), i => Post(client, $"{feature}/decisions", new { names = new[] { Speck(i * 7).Id }, verdict = "reject" }));
        await Time("undone", Enumerable.Repeat(0, 6), _ => client.DeleteAsync($"{feature}/history/last"));
    }

    private static async Task Steps1080(HttpClient client, string name, string film, IReadOnlyList<int> frames, string goal, string query = "")
    {
        var times = await Measure(frames, frame => Get(client, $"{film}/frames/{frame}.png{query}"));
        Console.WriteLine(Say($"| {name} | {times[0]:0} ms | {Median(times):0} ms | {times.Skip(1).Max():0} ms | {goal} |"));
    }

    private static string Works(string film) => film.Replace("/films/", "/works/", StringComparison.Ordinal);

    private static async Task Previews(HttpClient client, string kind, string film)
    {
        var found = (await client.GetFromJsonAsync<JsonNode>($"{Works(film)}/proposals?kind={kind}&count=200"))?["items"]?.AsArray() ?? [];
        // As a person meets them: each in another frame.
        var items = found.OfType<JsonNode>().DistinctBy(item => item["frames"]?.ToJsonString()).Take(Seen).ToList();
        if (items.Count < 2)
            return;
        var times = await Measure([.. Enumerable.Range(0, items.Count)], async i =>
        {
            var frame = FrameRange.TryParse(items[i]["frames"]?.GetValue<string>(), out var frames) ? frames.First : 0;
            using var answer = await client.PostAsJsonAsync($"{film}/preview", new { frame, decision = new { kind, verdict = "accept", box = items[i]["box"] } });
            var made = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>();
            await Get(client, made?["picture"]?.GetValue<string>() ?? "");
        });
        Console.WriteLine(Say($"| {kind}, {items.Count} of them | {times[0]:0} ms | {Median(times):0} ms | {times.Skip(1).Max():0} ms | 1000 ms |"));
    }

    private static void Analysed(string folder, string film) =>
        new RestorationRun(TimeProvider.System).Run(new RestoreRequest { Film = film, Work = WorkFolder.For(Path.Combine(folder, "old.restored.mkv")), Output = Path.Combine(folder, "old.restored.mkv") });

    private static async Task Time(string name, IEnumerable<int> asked, Func<int, Task> ask)
    {
        var times = await Measure([.. asked], ask);
        Console.WriteLine(Say($"| {name} | {times[0]:0} ms | {Median(times):0} ms | {times.Skip(1).Max():0} ms |"));
    }

    private static async Task<List<double>> Measure(IReadOnlyList<int> asked, Func<int, Task> ask)
    {
        var times = new List<double>();
        foreach (var item in asked)
        {
            var began = Stopwatch.GetTimestamp();
            await ask(item);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return times;
    }

    private static double Median(List<double> times) => times.Skip(1).Order().ElementAt(times.Count / 2);

    private static async Task Get(HttpClient client, string address) => (await client.GetByteArrayAsync(address)).ToString();

    private static async Task Post(HttpClient client, string address, object body) => (await client.PostAsJsonAsync(address, body)).EnsureSuccessStatusCode();

    private static void Film(string folder, string name, params string[] codec)
    {
        string[] arguments = ["-v", "error", "-f", "lavfi", "-i", Say($"testsrc2=s=1920x1080:r=24:d={Frames / 24}"), "-vf", "noise=alls=8:allf=t", "-pix_fmt", "yuv420p", .. codec, Path.Combine(folder, name)];
        if (Tool.Run("ffmpeg", arguments) is { ExitCode: not 0 } failed)
            throw new InvalidOperationException(failed.ErrorTail);
    }

    // A work folder as an analysis leaves it; nobody asks for the film's own frames.
    private static void Feature(string folder, int proposals)
    {
        var film = Path.Combine(folder, "feature.mkv");
        File.Copy(Path.Combine(folder, "h264.mp4"), film);
        var output = Path.Combine(folder, "feature.restored.mkv");
        using var work = FilmWork.Hold(WorkFolder.For(output));
        work.Note(film, null, output);
        var shots = Enumerable.Range(0, FeatureFrames / 150).Select(i => new PlanShot(new Shot(i + 1, new FrameRange(i * 150, i * 150 + 149)), [])).ToList();
        new Plan(Plan.CurrentVersion, new PlanSource(film, FeatureFrames, ""), Quality.Balanced, [], shots).Write(work.PlanPath);
        work.Proposals.Replace(Enumerable.Range(0, proposals).Select(Speck).Select(speck => ((Part?)FilmDocument.PartOf(1 + speck.Frames.First / 150, new FrameRange(speck.Frames.First / 150 * 150, speck.Frames.First / 150 * 150 + 149)), new Decided(speck, Verdict.Accept, "policy standard"))));
    }

    private static Proposal Speck(int i)
    {
        var region = RegionMask.From(new Box(i * 37 % 1900, i * 91 % 1000, 4, 3), [false, true, true, false, true, true, true, true, false, true, true, false]);
        var frames = FrameRange.Single((int)((long)i * 3 / 4 % FeatureFrames));
        return Proposal.Of(
            "dirt", new FilmPlace(frames, region), "dark spot in this frame only: 8 samples, 43 levels darker than the frames around", i % 97 / 97.0,
            new ProposalSource("despeckle", "2"), [new Evidence("difference to the frames around, in levels of 255", 43, 9), new Evidence("the same difference beside it, in levels of 255", 2.1)], new JsonObject { ["donor"] = -1 });
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
