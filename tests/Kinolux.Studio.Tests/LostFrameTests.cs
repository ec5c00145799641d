using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kinolux.Core.Frames;
using Kinolux.Core.Png;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Work;

namespace Kinolux.Studio.Tests;

/// <summary>A frame that repeats another waits for a person, who may hold it, leave it or have it generated, and sees first what each makes of it.</summary>
public sealed class LostFrameTests
{
    private const int Repeat = 12;

    [Fact]
    public async Task What_each_choice_makes_of_a_repeat_is_seen_before_it_is_decided_on()
    {
        await using var studio = await OpenAsync();
        var film = $"/api/films/{await studio.IdAsync()}";
        async Task<ushort[]> Seen(object? decision)
        {
            var answer = await studio.Client.PostAsJsonAsync($"{film}/preview", new { frame = Repeat, decision });
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            var picture = PngFile.Read(await studio.Client.GetStreamAsync((await answer.Content.ReadFromJsonAsync<JsonNode>())!["picture"]!.GetValue<string>()));
            return [.. Enumerable.Range(0, picture.Height).SelectMany(y => picture.Planes[0].Row(y).ToArray())];
        }
        var now = await Seen(null);
        var (hold, leave, generate) = (
            await Seen(new { kind = "duplicate-frame", verdict = "edit", change = new { donor = -1 } }),
            await Seen(new { kind = "duplicate-frame", verdict = "reject" }),
            await Seen(new { kind = "duplicate-frame", verdict = "accept" }));
        Assert.Equal(now, leave);
        Assert.NotEqual(leave, hold);
        Assert.NotEqual(leave, generate);
        Assert.NotEqual(hold, generate);
        // Nothing was decided.
        Assert.Equal(1, (await studio.GetAsync($"{film.AsWork()}/proposals?kind=duplicate-frame&state=waiting"))["total"]!.GetValue<int>());
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Hold_leave_and_generate_are_three_buttons_and_three_keys()
    {
        Browser.SkipWithout();
        await using var studio = await OpenAsync();
        var film = await studio.IdAsync();
        await Task.Run(() => Browser.Run("studio.lost.test.mjs", $"{studio.Client.BaseAddress}", film));
    }

    private static async Task<Studio> OpenAsync()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        var studio = await Studio.OpenAsync();
        var output = studio.At("reel.restored.mkv");
        Write(studio.At("reel.mkv"));
        new RestorationRun(TimeProvider.System).Run(new RestoreRequest { Film = studio.At("reel.mkv"), Output = output, Work = WorkFolder.For(output) });
        return studio;
    }

    // A scene that moves evenly, but for one frame that is nearly the one before.
    private static void Write(string path)
    {
        var pool = new FramePool();
        var format = new FrameFormat(160, 120, PixelLayout.Gray, 8);
        using var writer = new FilmWriter(path, new FilmTarget { Format = format, Rate = new Rational(24, 1) });
        for (var n = 0; n < 30; n++)
        {
            using var frame = pool.Rent(format);
            for (var y = 0; y < 120; y++)
                for (var x = 0; x < 160; x++)
                    frame.Guide[x, y] = FrameFormat.Widen((int)Math.Round(Scene(n == Repeat ? n - 1 : n, x, y) + (n == Repeat && x / 8 % 5 == 1 && y / 8 % 4 == 2 ? 2 : 0)), 8);
            writer.Write(frame);
        }
        writer.Complete();
    }

    private static double Scene(int n, int x, int y)
    {
        var (u, v) = (x + 2.5 * n, y + 0.5 * n);
        return 128 + 34 * Math.Sin(u * 0.21) * Math.Cos(v * 0.17) + 24 * Math.Sin((u * 0.6 + v) * 0.4) + 14 * Math.Cos((u - v * 1.4) * 0.63);
    }
}
