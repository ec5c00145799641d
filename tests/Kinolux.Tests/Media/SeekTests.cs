using Kinolux.Core.Frames;
using Kinolux.Core.Time;
using Kinolux.Media;

namespace Kinolux.Tests.Media;

[Trait("Category", "Slow")]
public sealed class SeekTests
{
    private readonly FramePool _pool = new();

    [Theory]
    [InlineData("closed.mp4", "-c:v libx264 -bf 3 -g 12")]
    [InlineData("open.mkv", "-c:v libx264 -bf 3 -g 12 -x264-params open-gop=1:scenecut=0")]
    [InlineData("one.mov", "-c:v libx264 -bf 16 -g 600")]
    [InlineData("hevc.mkv", "-c:v libx265 -x265-params open-gop=1:keyint=10:bframes=4:log-level=error")]
    [InlineData("mpeg2.ts", "-c:v mpeg2video -bf 2 -g 9")]
    [InlineData("packed.avi", "-c:v mpeg4 -bf 2 -g 9")]
    [InlineData("stream.h264", "-c:v libx264 -bf 3 -g 12")]
    [InlineData("web.webm", "-c:v libvpx -auto-alt-ref 1 -lag-in-frames 16 -g 12 -b:v 200k")]
    [InlineData("intra.mov", "-c:v prores_ks")]
    public void Any_range_equals_that_slice_of_the_whole(string name, string codec)
    {
        using var folder = new TestFilm();
        folder.Ffmpeg($"-f lavfi -i testsrc2=s=128x96:r=30000/1001,noise=alls=30:allf=t:all_seed=7 -frames:v 61 -qmin 1 -qmax 4 {codec} {name}");
        var film = Film.Open(folder.At(name));
        Assert.Equal(61, film.FrameCount);
        Assert.False(film.IsVariableRate);
        var whole = Digests(film, film.Frames);
        Assert.Equal(61, whole.Distinct().Count());
        foreach (var (first, last) in ((int, int)[])[(0, 0), (1, 2), (11, 13), (24, 30), (35, 36), (48, 49), (60, 60)])
            Assert.Equal(whole[first..(last + 1)], Digests(film, new FrameRange(first, last)));
    }

    private List<string> Digests(FilmInfo film, FrameRange range)
    {
        var digests = new List<string>();
        using var reader = new FilmReader(film, range, _pool);
        while (reader.Read() is { } frame)
            using (frame)
                digests.Add(TestFilm.Digest(frame));
        Assert.Empty(reader.Repeated);
        return digests;
    }
}
