using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Media.Dpx;

namespace Kinolux.Tests.Media;

public sealed class SequenceTests : IDisposable
{
    private static readonly Rational Rate = new(24000, 1001);
    private readonly TestFilm _folder = new();
    private readonly FramePool _pool = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("in.%06d.dpx", "gbrp10be", "out.%06d.dpx", 10)]
    [InlineData("in.%06d.dpx", "gbrp12be", "out.%06d.dpx", 12)]
    [InlineData("in.%06d.dpx", "rgb48be", "out.%06d.dpx", 16)]
    [InlineData("in.%06d.dpx", "rgb24", "out.%06d.dpx", 8)]
    [InlineData("in.%06d.dpx", "gray", "out.%06d.dpx", 8)]
    [InlineData("in.%04d.tif", "rgb24", "out.%06d.tif", 8)]
    [InlineData("in.%04d.tif", "rgb48le", "out.%06d.tif", 16)]
    [InlineData("in.%04d.tif", "gray16le", "out.%06d.tif", 16)]
    [InlineData("in%d.png", "rgb24", "out.%06d.png", 8)]
    [InlineData("in%d.png", "rgb48be", "out.%06d.png", 16)]
    [InlineData("in%d.png", "gray", "out.%06d.png", 8)]
    [InlineData("in%d.png", "gray16be", "out.%06d.png", 16)]
    public void Pictures_go_through_with_the_same_samples(string pattern, string pixels, string output, int depth)
    {
        _folder.Ffmpeg($"-f lavfi -i testsrc2=s=33x17 -frames:v 3 -pix_fmt {pixels} -start_number 97 {pattern}");
        var film = Film.Open(_folder.At(pattern), Rate);
        Assert.Equal((3, depth, Rate), (film.FrameCount, film.Format.Depth, film.Rate));
        Copy(film, output);
        Assert.True(File.Exists(_folder.At("out.000097" + Path.GetExtension(output))));
        var copy = Film.Open(_folder.At(output), Rate);
        Assert.Equal(film.Format, copy.Format);
        Assert.Equal(FrameIndex.Read(film).Select(frame => frame.Md5), FrameIndex.Read(copy).Select(frame => frame.Md5));
    }

    [Fact]
    public void Dpx_keeps_logarithmic_transfer_timecode_and_rate()
    {
        _folder.Ffmpeg("-f lavfi -i testsrc2=s=64x48 -frames:v 5 -pix_fmt gbrp10be raw.%06d.dpx");
        var start = new Timecode(86400, 24);
        Copy(Film.Open(_folder.At("raw.%06d.dpx"), Rate) with { Timecode = start.ToString(), Dpx = new DpxHeader(3, 1, null, null) }, "log.%06d.dpx");
        var film = Film.Open(_folder.At("log.%06d.dpx"));
        Assert.Equal((Rate, "01:00:00:00", "log"), (film.Rate, film.Timecode, film.Colour.Transfer));
        Copy(film, "again.%06d.dpx", new FrameRange(2, 3));
        Assert.Equal(new DpxHeader(3, 1, "01:00:00:03", Rate), DpxHeader.Read(_folder.At("again.000004.dpx")));
    }

    [Fact]
    public void A_gap_is_found_and_the_numbers_stay_true()
    {
        _folder.Ffmpeg("-f lavfi -i testsrc2=s=64x48,noise=alls=30:allf=t:all_seed=7 -frames:v 9 -start_number 1000 a_%05d.png");
        File.Delete(_folder.At("a_01003.png"));
        File.Delete(_folder.At("a_01004.png"));
        File.Delete(_folder.At("a_01006.png"));
        var film = Film.Open(_folder.At("a_%05d.png"), Rate);
        Assert.Equal(9, film.FrameCount);
        Assert.Equal([new FrameRange(3, 4), FrameRange.Single(6)], film.Findings.Where(finding => finding.Kind == "gap").Select(finding => finding.Frames ?? default));
        using var reader = new FilmReader(film, null, _pool);
        var digests = new List<string>();
        while (reader.Read() is { } frame)
            using (frame)
                digests.Add(TestFilm.Digest(frame));
        Assert.Equal(9, digests.Count);
        Assert.Equal((digests[2], digests[2], digests[5]), (digests[3], digests[4], digests[6]));
        Assert.Equal([3, 4, 6], reader.Repeated);
        Assert.Equal(6, digests.Distinct().Count());
        Assert.Equal([0, 1, 2, 5, 7, 8], FrameIndex.Read(film).Select(frame => frame.Number));
    }

    [Theory]
    [InlineData("png")]
    [InlineData("tif")]
    [InlineData("dpx")]
    public void A_file_that_holds_no_picture_costs_its_frame_alone(string ending)
    {
        var whole = Broken(ending, []);
        var broken = Broken(ending, [2, 4, 5, 7, 11]);
        var film = Film.Open(_folder.At($"a_%04d.{ending}"), Rate);
        Assert.Equal(12, film.FrameCount);
        Assert.Equal([(2, "holds no bytes"), (4, "is a folder"), (5, "holds no bytes"), (7, "is a link to nothing"), (11, "holds no bytes")],
            film.Findings.Where(finding => finding.Kind == "broken").Select(finding => (finding.Frames?.First ?? -1, finding.Message.Split(';')[0].Split(' ', 2)[1])));
        foreach (var frame in (int[])[2, 4, 5, 7, 11])
            whole[frame] = frame == 5 ? whole[3] : whole[frame - 1];
        Assert.Equal(whole, broken);
        Assert.Equal([0, 1, 3, 6, 8, 9, 10], FrameIndex.Read(film).Select(frame => frame.Number));
        Assert.Equal(7, Film.PicturesOf(film).Count());
    }

    [Fact]
    public void A_sequence_whose_first_file_holds_no_picture_begins_with_the_first_that_does()
    {
        var whole = Broken("png", []);
        File.WriteAllText(_folder.At("a_0001.png"), "");
        File.WriteAllText(_folder.At("a_0002.png"), "");
        var film = Film.Open(_folder.At("a_%04d.png"), Rate);
        Assert.Equal([whole[2], whole[2], .. whole[2..]], Read(film, null));
        foreach (var file in Directory.EnumerateFiles(_folder.Folder))
            File.WriteAllText(file, "");
        Assert.Equal("KX1003", Assert.Throws<FaultException>(() => Film.Open(_folder.At("a_%04d.png"), Rate)).Fault.Code);
    }

    [Fact]
    public void What_stands_for_a_lost_picture_does_not_depend_on_where_reading_begins()
    {
        _folder.Ffmpeg("-f lavfi -i testsrc2=s=64x48,noise=alls=30:allf=t:all_seed=7 -frames:v 40 a_%04d.png");
        for (var number = 5; number <= 30; number++)
            File.WriteAllText(_folder.At($"a_{number:0000}.png"), number % 2 == 0 ? "" : "no picture");
        var film = Film.Open(_folder.At("a_%04d.png"), Rate);
        var whole = Read(film, null);
        Assert.Equal(14, whole.Distinct().Count());
        foreach (var range in (FrameRange[])[new(2, 9), new(10, 12), new(20, 33), new(28, 39)])
            Assert.Equal(whole[range.First..(range.Last + 1)], Read(film, range));
    }

    // The frames of a sequence of twelve with, at these places, what is no picture.
    private List<string> Broken(string ending, int[] places)
    {
        foreach (var file in Directory.EnumerateFiles(_folder.Folder))
            File.Delete(file);
        _folder.Ffmpeg($"-f lavfi -i testsrc2=s=64x48,noise=alls=30:allf=t:all_seed=7 -frames:v 12 -pix_fmt rgb24 a_%04d.{ending}");
        foreach (var (place, kind) in places.Zip((string[])["empty", "folder", "pipe", "link", "empty"]))
        {
            var path = _folder.At($"a_{place + 1:0000}.{ending}");
            File.Delete(path);
            switch (kind)
            {
                case "folder": Directory.CreateDirectory(path); break;
                case "pipe": Assert.Equal(0, Kinolux.Core.Processes.Tool.Run("mkfifo", [path]).ExitCode); break;
                case "link": File.CreateSymbolicLink(path, _folder.At("gone")); break;
                default: File.WriteAllText(path, ""); break;
            }
        }
        return Read(Film.Open(_folder.At($"a_%04d.{ending}"), Rate), null);
    }

    private List<string> Read(FilmInfo film, FrameRange? range)
    {
        var digests = new List<string>();
        using var reader = new FilmReader(film, range, _pool);
        while (reader.Read() is { } frame)
            using (frame)
                digests.Add(TestFilm.Digest(frame));
        return digests;
    }

    [Fact]
    public void A_picture_of_another_size_is_a_fault()
    {
        _folder.Ffmpeg("-f lavfi -i testsrc2=s=64x48 -frames:v 4 a_%05d.png");
        _folder.Ffmpeg("-f lavfi -i testsrc2=s=32x48 -frames:v 1 a_00003.png");
        using var reader = new FilmReader(Film.Open(_folder.At("a_%05d.png"), Rate), null, _pool);
        var fault = Assert.Throws<FaultException>(() =>
        {
            while (reader.Read() is { } frame)
                frame.Dispose();
        });
        Assert.Equal("KX1012", fault.Fault.Code);
    }

    [Fact]
    public void A_sequence_needs_a_rate_and_a_picture()
    {
        _folder.Ffmpeg("-f lavfi -i testsrc2=s=64x48 -frames:v 1 a_%05d.png");
        Assert.Equal("KX1021", Assert.Throws<FaultException>(() => Film.Open(_folder.At("a_%05d.png"))).Fault.Code);
        Assert.Equal("KX1022", Assert.Throws<FaultException>(() => Film.Open(_folder.At("b_%05d.png"), Rate)).Fault.Code);
    }

    [Fact]
    public void Sound_lies_beside_the_pictures()
    {
        _folder.Ffmpeg("-f lavfi -i testsrc2=s=64x48:r=24 -f lavfi -i sine -t 1 -c:v ffv1 -c:a pcm_s16le a.mkv");
        Copy(Film.Open(_folder.At("a.mkv")), "reel.%06d.png");
        Assert.Equal(24, Film.Open(_folder.At("reel.%06d.png"), Rate).FrameCount);
        Assert.True(new FileInfo(_folder.At("reel.mka")).Length > 80_000);
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(_folder.Folder), name => name.Contains(".part", StringComparison.Ordinal));
    }

    private void Copy(FilmInfo film, string name, FrameRange? range = null)
    {
        using var reader = new FilmReader(film, range, _pool);
        using var writer = new FilmWriter(_folder.At(name), FilmTarget.Like(film, range));
        while (reader.Read() is { } frame)
            using (frame)
                writer.Write(frame);
        writer.Complete();
    }
}
