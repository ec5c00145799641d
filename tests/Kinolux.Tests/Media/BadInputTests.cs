using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Time;
using Kinolux.Media;

namespace Kinolux.Tests.Media;

[Trait("Category", "Slow")]
public sealed class BadInputTests : IDisposable
{
    private readonly TestFilm _folder = new();
    private readonly FramePool _pool = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("KX1001", "nothing.mkv", null)]
    [InlineData("KX1002", ".", null)]
    [InlineData("KX1003", "empty.mkv", "")]
    [InlineData("KX1004", "text.mkv", "This is a letter, not a film.\nIt has two lines.\n")]
    [InlineData("KX1004", "text.txt", "This is a letter, not a film.\nIt has two lines.\n")]
    [InlineData("KX1005", "titles.srt", "1\n00:00:01,000 --> 00:00:02,000\nHello\n\n")]
    [InlineData("KX1006", "list.m3u8", "#EXTM3U\n#EXTINF:10,\na.ts\n")]
    [InlineData("KX1006", "list.txt", "ffconcat version 1.0\nfile 'a.mkv'\n")]
    [InlineData("KX1006", "list.sdp", "v=0\no=- 0 0 IN IP4 127.0.0.1\n")]
    public void What_is_no_film_ends_in_its_fault(string code, string name, string? content)
    {
        if (content is not null)
            File.WriteAllText(_folder.At(name), content);
        Assert.Equal(code, Assert.Throws<FaultException>(() => Film.Open(_folder.At(name))).Fault.Code);
    }

    [Fact]
    public void A_pipe_is_no_film_and_nobody_waits_for_it()
    {
        Assert.Equal(0, Kinolux.Core.Processes.Tool.Run("mkfifo", [_folder.At("a.mkv")]).ExitCode);
        Assert.Equal("KX1003", Assert.Throws<FaultException>(() => Film.Open(_folder.At("a.mkv"))).Fault.Code);
    }

    [Theory]
    [InlineData("%06d.png")]
    [InlineData("take2_%05d.dpx", "take2_00133.dpx", "take2_00134.dpx", "notes1.txt")]
    [InlineData("100%%.%01d.tif", "100%.1.tif", "100%.2.tif")]
    public void A_folder_is_answered_with_the_pattern_of_its_pictures(string pattern, params string[] names)
    {
        foreach (var name in names)
            File.WriteAllText(_folder.At(name), "");
        var fault = Assert.Throws<FaultException>(() => Film.Open(_folder.At("."))).Fault;
        Assert.EndsWith($"/{pattern}", fault.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_of_another_pixel_format_than_the_film_says_are_a_fault_and_are_not_converted()
    {
        foreach (var format in (string[])["yuv420p", "yuv444p"])
            _folder.Ffmpeg($"-f lavfi -i testsrc2=s=64x48:r=24:d=0.5 -pix_fmt {format} -c:v libx264 -threads 1 -preset ultrafast -bf 0 {format}.h264");
        File.WriteAllBytes(_folder.At("both.h264"), [.. File.ReadAllBytes(_folder.At("yuv420p.h264")), .. File.ReadAllBytes(_folder.At("yuv444p.h264"))]);
        _folder.Ffmpeg("-r 24 -i both.h264 -c copy both.mkv");
        Assert.Equal("KX1014", Assert.Throws<FaultException>(() =>
        {
            using var reader = new FilmReader(Film.Open(_folder.At("both.mkv")), null, _pool);
            while (reader.Read() is { } frame)
                frame.Dispose();
        }).Fault.Code);
        Assert.Equal("KX1014", Assert.Throws<FaultException>(() => FrameIndex.Read(Film.Open(_folder.At("both.mkv"))).Count()).Fault.Code);
    }

    [Fact]
    public void Sound_alone_is_no_film_even_with_a_cover()
    {
        _folder.Ffmpeg("-f lavfi -i sine -t 1 a.flac");
        _folder.Ffmpeg("-f lavfi -i sine -f lavfi -i testsrc2=s=64x64 -map 0 -map 1 -frames:v 1 -t 1 -c:v mjpeg -disposition:v attached_pic b.m4a");
        Assert.Equal("KX1005", Assert.Throws<FaultException>(() => Film.Open(_folder.At("a.flac"))).Fault.Code);
        Assert.Equal("KX1005", Assert.Throws<FaultException>(() => Film.Open(_folder.At("b.m4a"))).Fault.Code);
    }

    [Fact]
    public void Samples_that_cannot_be_read_unchanged_are_a_fault()
    {
        _folder.Ffmpeg("-f lavfi -i testsrc2=s=64x48 -frames:v 2 -c:v exr -pix_fmt gbrpf32le a%d.exr");
        Assert.Equal("KX1010", Assert.Throws<FaultException>(() => Film.Open(_folder.At("a%d.exr"), new Rational(24, 1))).Fault.Code);
    }

    [Theory]
    [InlineData("a.mkv", "-c:v ffv1")]
    [InlineData("a.mkv", "-c:v libx264 -bf 3")]
    [InlineData("a.ts", "-c:v libx264 -bf 3")]
    [InlineData("a.avi", "-c:v mjpeg")]
    [InlineData("a.mp4", "-c:v libx264 -bf 3 -movflags +faststart")]
    public void A_film_cut_short_gives_the_frames_that_are_there_and_says_so(string name, string codec)
    {
        _folder.Ffmpeg($"-f lavfi -i testsrc2=s=128x96:r=24,noise=alls=30:allf=t:all_seed=7 -frames:v 40 {codec} whole_{name}");
        var whole = Digests(Film.Open(_folder.At("whole_" + name)));
        var bytes = File.ReadAllBytes(_folder.At("whole_" + name));
        File.WriteAllBytes(_folder.At(name), bytes[..(bytes.Length * 6 / 10)]);
        var film = Film.Open(_folder.At(name));
        Assert.InRange(film.FrameCount, 10, 30);
        Assert.Contains(film.Findings, finding => finding.Kind == "truncated");
        var cut = Digests(film);
        Assert.Equal(film.FrameCount, cut.Count);
        // The very last one may be half there.
        Assert.Equal(whole.Take(cut.Count - 4), cut.Take(cut.Count - 4));
    }

    [Fact]
    public void An_unfinished_mp4_is_a_fault()
    {
        _folder.Ffmpeg("-f lavfi -i testsrc2=s=64x48 -frames:v 40 -c:v libx264 whole.mp4");
        File.WriteAllBytes(_folder.At("a.mp4"), File.ReadAllBytes(_folder.At("whole.mp4"))[..3000]);
        Assert.Equal("KX1004", Assert.Throws<FaultException>(() => Film.Open(_folder.At("a.mp4"))).Fault.Code);
    }

    [Fact]
    public void Damage_in_the_middle_moves_no_other_frame()
    {
        _folder.Ffmpeg("-f lavfi -i testsrc2=s=128x96:r=24,noise=alls=30:allf=t:all_seed=7 -frames:v 30 -c:v ffv1 -level 3 -slices 4 -g 1 whole.mkv");
        var whole = Digests(Film.Open(_folder.At("whole.mkv")));
        var bytes = File.ReadAllBytes(_folder.At("whole.mkv"));
        for (var i = bytes.Length / 2; i < bytes.Length / 2 + 400; i++)
            bytes[i] ^= 0x5A;
        File.WriteAllBytes(_folder.At("a.mkv"), bytes);
        var film = Film.Open(_folder.At("a.mkv"));
        var hurt = Digests(film);
        Assert.Equal(film.FrameCount, hurt.Count);
        Assert.Equal(whole[..10], hurt[..10]);
        Assert.Equal(whole[^10..], hurt[^10..]);
    }

    [Theory]
    [InlineData("-dash.mkv")]
    [InlineData("two\nlines.mkv")]
    [InlineData("100%d.mkv")]
    [InlineData("concat:a.mkv")]
    [InlineData("sp ace 'quote' \"double\" $(x).mkv")]
    [InlineData("日本 фильм.mkv")]
    public void Any_file_name_is_read_and_written(string name)
    {
        var plain = _folder.Make("plain.mkv", frames: 3);
        File.Move(plain, _folder.At(name));
        var film = Film.Open(_folder.At(name));
        Assert.Equal(3, film.FrameCount);
        Copy(film, _folder.At(name + ".mov"));
        Assert.Equal(3, Film.Open(_folder.At(name + ".mov")).FrameCount);
        Directory.CreateDirectory(_folder.At(name + ".d"));
        Copy(film, Path.Combine(_folder.At(name + ".d"), "p%03d.png"));
        Assert.Equal(3, Film.Open(Path.Combine(_folder.At(name + ".d"), "p%03d.png"), film.Rate).FrameCount);
    }

    [Theory]
    [InlineData(3, 5)]
    [InlineData(16, 16)]
    [InlineData(67, 45)]
    public void Any_size_goes_through(int width, int height)
    {
        _folder.Ffmpeg($"-f lavfi -i testsrc=s={width}x{height} -frames:v 1 -c:v ffv1 -level 1 -pix_fmt yuv420p a.mkv");
        var film = Film.Open(_folder.At("a.mkv"));
        Assert.Equal((1, width, height), (film.FrameCount, film.Format.Width, film.Format.Height));
        foreach (var name in (string[])["b.mkv", "b.mp4", "b.%02d.png"])
            Copy(film, _folder.At(name));
        Assert.Equal(Digests(film), Digests(Film.Open(_folder.At("b.mkv"))));
    }

    [Fact]
    public void A_range_beyond_the_end_is_a_usage_fault()
    {
        var film = Film.Open(_folder.Make("a.mkv", frames: 3));
        Assert.Equal("KX1011", Assert.Throws<FaultException>(() => new FilmReader(film, new FrameRange(1, 3), _pool)).Fault.Code);
    }

    private List<string> Digests(FilmInfo film)
    {
        var digests = new List<string>();
        using var reader = new FilmReader(film, null, _pool);
        while (reader.Read() is { } frame)
            using (frame)
                digests.Add(TestFilm.Digest(frame));
        return digests;
    }

    private void Copy(FilmInfo film, string path)
    {
        using var reader = new FilmReader(film, null, _pool);
        using var writer = new FilmWriter(path, FilmTarget.Like(film));
        while (reader.Read() is { } frame)
            using (frame)
                writer.Write(frame);
        writer.Complete();
    }
}
