using Kinolux.Core.Frames;
using Kinolux.Core.Processes;
using Kinolux.Media;
using Kinolux.Restoration.Analysis;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Restore.Stages;

namespace Kinolux.Tests.Restoration;

/// <summary>What a run keeps as it was (one plane, the format, neutral colour), and what it does not need more of for a longer film.</summary>
[Trait("Category", "Slow")]
public sealed class ShapeOfRunsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ShapeOfRunsTests() => Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("film.mkv", "out.mkv", "hue=s=0,format=yuv420p", "yuv420p")]
    [InlineData("p%03d.png", "q%03d.png", "hue=s=0,format=gray,format=rgb24", "rgb24")]
    [InlineData("film.mkv", "out.mkv", "format=gray", "gray")]
    public void Black_and_white_is_worked_on_as_one_plane_and_comes_out_as_it_came_in(string name, string outName, string filter, string pixels)
    {
        var film = _folder.File(name);
        var codec = name.EndsWith(".mkv", StringComparison.Ordinal) ? "ffv1" : "png";
        Tool.Run("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "testsrc2=s=64x48:r=24", "-vf", filter, "-frames:v", "5", "-c:v", codec, film]);
        var output = _folder.File(outName);
        var work = _folder.File("work");
        new RestorationRun(TimeProvider.System).Run(new RestoreRequest { Film = film, Rate = new(24, 1), Output = output, Work = work, Quality = Quality.Fast });

        var chunks = Directory.GetFiles(Path.Combine(work, "chunks"), "*.mkv");
        Assert.NotEmpty(chunks);
        Assert.All(chunks, chunk => Assert.Equal("gray", Film.Open(chunk).PixelFormat));
        Assert.DoesNotContain(Directory.EnumerateFiles(work, "*", SearchOption.AllDirectories), file => Path.GetExtension(file) is ".png" or ".dpx" or ".tif" or ".raw");
        var restored = Film.Open(output, new(24, 1));
        Assert.Equal((5, pixels, 64, 48), (restored.FrameCount, restored.PixelFormat, restored.Format.Width, restored.Format.Height));
        using var reader = new FilmReader(restored, null, new FramePool());
        while (reader.Read() is { } frame)
            using (frame)
                Assert.True(Monochrome.Is(frame));
    }

    [Fact]
    public void A_film_many_times_as_long_takes_no_more_memory()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the peak is read from /proc");
        // A heap that may hold 40 MiB shows what is needed rather than what is at hand.
        int Peak(int frames) => PeakMiB("320x240", frames, 40, "deflicker");
        var (shorter, longer) = (Peak(48), Peak(360));
        // 312 more frames of 320 × 240 would be 46 MiB if they were kept, more than the heap may hold.
        Assert.True(longer < shorter + 35, $"{shorter} MiB for 48 frames, {longer} MiB for 360");
        TestContext.Current.TestOutputHelper?.WriteLine($"{shorter} MiB for 48 frames, {longer} MiB for 360");
    }

    [Fact]
    public void An_8K_film_is_restored_within_2_GiB()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the peak is read from /proc");
        var peak = PeakMiB("7680x4320", 3, 1800, "stabilise,deflicker,despeckle");
        TestContext.Current.TestOutputHelper?.WriteLine($"{peak} MiB");
        Assert.InRange(peak, 1, 2048);
        var film = Film.Open(_folder.File("out3.mkv"));
        Assert.Equal((3, 7680, 4320), (film.FrameCount, film.Format.Width, film.Format.Height));
    }

    // The most memory that the program itself took at once, its own tools apart.
    private int PeakMiB(string size, int frames, int heapMiB, string stages)
    {
        var script =
            $"""
            ffmpeg -v error -y -f lavfi -i testsrc2=s={size}:r=24 -frames:v {frames} -c:v ffv1 -pix_fmt gray film.mkv
            DOTNET_GCHeapHardLimit=0x{heapMiB << 20:x} kinolux restore film.mkv -o out{frames}.mkv --only {stages} --quality fast --jobs 1 > log 2>&1 &
            peak=0
            while kill -0 $! 2> /dev/null; do
              now=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\) kB/\1/p' /proc/$!/status 2> /dev/null)
              [ -n "$now" ] && peak=$now
              sleep 0.05
            done
            wait $! && echo $((peak / 1024))
            """;
        var result = Cli.KinoluxProgram.Run(_folder.Path, script);
        Assert.True(int.TryParse(result.Output.Trim(), out var peak) && peak > 0, result.Output + result.ErrorTail + File.ReadAllText(_folder.File("log")));
        return peak;
    }
}
