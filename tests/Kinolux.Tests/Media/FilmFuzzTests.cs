using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Time;
using Kinolux.Media;

namespace Kinolux.Tests.Media;

/// <summary>Films with bytes flipped, blocks lost and ends cut off: each is read, or refused with a code. <c>./dev bench fuzz N</c> damages N of every kind.</summary>
[Trait("Category", "Slow")]
public sealed class FilmFuzzTests : IDisposable
{
    private const int Frames = 10;

    // Far longer than any of these films takes: what is not done then hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly TestFilm _folder = new();
    private readonly FramePool _pool = new();

    public FilmFuzzTests() => Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.mkv", "-c:v ffv1 -level 3 -c:a flac")]
    [InlineData("b.mkv", "-c:v libx264 -bf 2 -c:a pcm_s16le")]
    [InlineData("a.mov", "-c:v prores_ks -c:a pcm_s16le")]
    [InlineData("a.mp4", "-c:v libx264 -bf 2 -movflags +faststart")]
    [InlineData("a.avi", "-c:v mjpeg -c:a pcm_s16le")]
    [InlineData("a.ts", "-c:v mpeg2video")]
    [InlineData("a.mpg", "-c:v mpeg1video")]
    [InlineData("a.webm", "-c:v libvpx -deadline realtime")]
    [InlineData("a.gif", "-an")]
    [InlineData("a.y4m", "-an -pix_fmt yuv420p")]
    [InlineData("a.nut", "-c:v rawvideo -pix_fmt yuv422p10le -strict -2 -c:a pcm_s16le")]
    [InlineData("a.mxf", "-c:v dnxhd -profile:v dnxhr_lb -pix_fmt yuv422p -c:a pcm_s16le -ar 48000", "256x120")]
    [InlineData("a.wav", "-vn")]
    [InlineData("p%02d.dpx", "-an -pix_fmt gbrp10be")]
    [InlineData("p%02d.tif", "-an -pix_fmt rgb48le")]
    [InlineData("p%02d.png", "-an -pix_fmt rgb48be")]
    [InlineData("p%02d.jpg", "-an -c:v mjpeg")]
    public void A_damaged_film_is_read_or_refused_with_a_code(string name, string codec, string size = "64x48")
    {
        _folder.Ffmpeg($"-f lavfi -i testsrc2=s={size}:r=24,noise=alls=12:allf=t:all_seed=7 -f lavfi -i sine=d=1 -frames:v {Frames} -t 0.416 {codec} {name}");
        var pattern = name.Contains('%', StringComparison.Ordinal);
        var (read, refused) = (0, new SortedDictionary<string, int>());
        for (var seed = 0; seed < Effort.Of("KINOLUX_FUZZ", 4); seed++)
        {
            var damage = new ByteDamage(seed);
            var victim = pattern ? _folder.At(name.Replace("%02d", $"{1 + seed % Frames:00}", StringComparison.Ordinal)) : _folder.At(name);
            var whole = File.ReadAllBytes(victim);
            File.WriteAllBytes(victim, damage.Of(whole));
            if (Refusal(_folder.At(name), $"{name}, seed {seed}") is { } code)
                refused[code] = refused.GetValueOrDefault(code) + 1;
            else
                read++;
            File.WriteAllBytes(victim, whole);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {read} read, refused {string.Join(", ", refused.Select(entry => $"{entry.Value} × {entry.Key}"))}");
    }

    // Null where every frame that the film says it has could be read.
    private string? Refusal(string path, string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var film = Film.Open(path, new Rational(24, 1), patience.Token);
            var count = 0;
            using var reader = new FilmReader(film, null, _pool, cancel: patience.Token);
            while (reader.Read() is { } frame)
                using (frame)
                {
                    Assert.Equal(film.Format, frame.Format);
                    count++;
                }
            Assert.True(film.FrameCount == count, $"{what}: {count} of {film.FrameCount} frames");
            return null;
        }
        catch (FaultException fault)
        {
            return fault.Fault.Code;
        }
        catch (Exception surprise) when (surprise is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"{what}: {surprise.GetType().Name}: {surprise.Message}", surprise);
        }
    }
}
