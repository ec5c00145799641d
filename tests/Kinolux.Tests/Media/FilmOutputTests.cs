using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Processes;
using Kinolux.Core.Time;
using Kinolux.Media;

namespace Kinolux.Tests.Media;

/// <summary>What a film is, is what its copy is.</summary>
[Trait("Category", "Slow")]
public sealed class FilmOutputTests : IDisposable
{
    private readonly TestFilm _folder = new();
    private readonly FramePool _pool = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("b.mkv")]
    [InlineData("b.mov")]
    [InlineData("b.mp4")]
    public void Colour_aspect_rotation_timecode_rate_and_fields_are_kept(string name)
    {
        _folder.Ffmpeg("-f lavfi -i testsrc2=s=64x48:r=30000/1001 -frames:v 9 -vf setsar=16/15,setfield=tff,setparams=range=tv:color_primaries=bt470bg:color_trc=smpte170m:colorspace=smpte170m " +
            "-c:v prores_ks -pix_fmt yuv422p10le -field_order tt -timecode 01:00:00;02 a.mov");
        _folder.Ffmpeg("-i a.mov -c copy -metadata:s:v rotate=90 -timecode 01:00:00;02 turned.mov");
        var film = Film.Open(_folder.At("turned.mov"));
        Assert.Equal((90, "01:00:00;02", FieldOrder.TopFirst), (film.Rotation, film.Timecode, film.FieldOrder));
        var findings = Copy(film, name);
        var copy = Film.Open(_folder.At(name));
        Assert.Equal(film.Rate, copy.Rate);
        Assert.Equal(film.FrameCount, copy.FrameCount);
        Assert.Equal(new Rational(16, 15), copy.SampleAspect);
        Assert.Equal(90, copy.Rotation);
        Assert.Equal("01:00:00;02", copy.Timecode);
        Assert.Equal(FieldOrder.TopFirst, copy.FieldOrder);
        Assert.Equal(film.Colour with { ChromaLocation = "" }, copy.Colour with { ChromaLocation = "" });
        Assert.Equal(name == "b.mkv", findings.Any(finding => finding.Kind == "rotation"));
    }

    [Fact]
    public void Full_range_stays_full_range_with_the_same_samples()
    {
        _folder.Ffmpeg("-f lavfi -i testsrc2=s=64x48 -frames:v 5 -vf scale=out_range=pc -c:v mjpeg -q:v 2 -pix_fmt yuvj422p a.mov");
        var film = Film.Open(_folder.At("a.mov"));
        Assert.True(film.Colour.IsFullRange);
        Copy(film, "b.mkv");
        var copy = Film.Open(_folder.At("b.mkv"));
        Assert.True(copy.Colour.IsFullRange);
        Assert.Equal(FrameIndex.Read(film).Select(frame => frame.Md5), FrameIndex.Read(copy).Select(frame => frame.Md5));
    }

    [Theory]
    [InlineData("b.mkv", "yuv420p")]
    [InlineData("b.mov", "yuv420p")]
    [InlineData("b.mp4", "gray")]
    public void Changing_frame_rates_keep_every_timestamp(string name, string pixels)
    {
        _folder.Ffmpeg($"-f lavfi -i testsrc2=s=64x48:r=30:d=2 -vf select='not(eq(mod(n,5),2))*not(between(n,20,27))' -fps_mode passthrough -enc_time_base 1/90000 -c:v libx264 -bf 2 -pix_fmt {pixels} a.mp4");
        var film = Film.Open(_folder.At("a.mp4"));
        Assert.True(film.IsVariableRate);
        var findings = Copy(film, name);
        var copy = Film.Open(_folder.At(name));
        Assert.True(copy.IsVariableRate);
        Assert.Equal(film.FrameCount, copy.FrameCount);
        for (var i = 0; i < film.FrameCount; i++)
        {
            var off = film.TimeOf(i) - copy.TimeOf(i);
            Assert.InRange(off.ToDouble() * 90000, name == "b.mkv" ? -60 : 0, name == "b.mkv" ? 60 : 0);
        }
        Assert.Equal(name == "b.mkv", findings.Any(finding => finding.Kind == "timestamps"));
    }

    [Theory]
    [InlineData("b.mkv", "0.25", "24")]
    [InlineData("b.mov", "0.25", "24")]
    [InlineData("b.mp4", "0.25", "24")]
    [InlineData("b.mov", "0.13", "30000/1001")]
    [InlineData("b.mp4", "0.13", "30000/1001")]
    public void A_picture_that_starts_after_the_sound_keeps_its_frames_and_its_start(string name, string late, string rate)
    {
        _folder.Ffmpeg($"-f lavfi -i testsrc2=s=64x48:r={rate} -frames:v 24 -c:v libx264 -bf 2 -pix_fmt yuv420p v.mp4");
        _folder.Ffmpeg($"-itsoffset {late} -i v.mp4 -f lavfi -i sine=d=1.2:r=48000 -map 0:v -map 1:a -c:v copy -c:a pcm_s16le a.mov");
        var film = Film.Open(_folder.At("a.mov"));
        Copy(film, name);
        var copy = Film.Open(_folder.At(name));
        Assert.Equal((24, film.Rate, false), (copy.FrameCount, copy.Rate, copy.IsVariableRate));
        Assert.InRange((copy.Start - film.Start).ToDouble() * 1000, -0.6, 0.6);
        Assert.InRange(film.Start.ToDouble(), 0.12, 0.26);
        Assert.Equal("video", copy.Streams[0].Kind);
    }

    [Theory]
    [InlineData("b.mkv")]
    [InlineData("b.mp4")]
    [InlineData("b.%03d.png")]
    public void What_came_out_with_another_number_of_frames_is_a_fault_and_not_kept(string name)
    {
        var target = new FilmTarget { Format = new FrameFormat(64, 48, PixelLayout.Yuv420, 8), Rate = new Rational(24, 1) };
        var delivery = new Kinolux.Media.Outputs.FilmOutput(_folder.At(name), target, overwrite: false);
        _folder.Ffmpeg($"-f lavfi -i testsrc2=s=64x48:r=24 -frames:v 11 {delivery.Unplaced}");
        delivery.Count(11, default);
        Assert.Equal("KX1210", Assert.Throws<FaultException>(() => delivery.Count(12, default)).Fault.Code);
        delivery.Remove();
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Folder));
    }

    [Theory]
    [InlineData("b.mkv")]
    [InlineData("b.mov")]
    [InlineData("b.mp4")]
    public void Every_sound_track_arrives_packet_for_packet(string name)
    {
        _folder.Ffmpeg("-f lavfi -i testsrc2=s=64x48:r=24 -f lavfi -i sine=440:sample_rate=48000 -f lavfi -i sine=550:sample_rate=44100 -t 1 -map 0 -map 1 -map 2 " +
            "-c:v ffv1 -c:a:0 aac -c:a:1 ac3 -metadata:s:a:1 language=eng -metadata title=Reel a.mkv");
        Copy(Film.Open(_folder.At("a.mkv")), name);
        var copy = Film.Open(_folder.At(name));
        Assert.Equal(["aac", "ac3"], copy.Sound.Select(track => track.Codec));
        Assert.Equal("eng", copy.Sound.Last().Language);
        for (var track = 0; track < 2; track++)
            Assert.Equal(PacketHash("a.mkv", track), PacketHash(name, track));
    }

    [Theory]
    [InlineData("b.mp4", "pcm_s24le", "flac")]
    [InlineData("b.mp4", "pcm_s16le", "flac")]
    [InlineData("b.mov", "pcm_s24le", "pcm_s24le")]
    [InlineData("b.mov", "flac", "pcm_s16le")]
    [InlineData("b.mkv", "pcm_s24le", "pcm_s24le")]
    public void Lossless_sound_keeps_its_samples(string name, string codec, string stored)
    {
        _folder.Ffmpeg($"-f lavfi -i testsrc2=s=64x48:r=24 -f lavfi -i anoisesrc=sample_rate=48000:seed=3 -t 1 -c:v ffv1 -c:a {codec} {(codec == "flac" ? "-sample_fmt s16" : "")} a.mkv");
        var findings = Copy(Film.Open(_folder.At("a.mkv")), name);
        Assert.Equal(stored, Film.Open(_folder.At(name)).Sound.Single().Codec);
        Assert.Equal(SampleHash("a.mkv"), SampleHash(name));
        Assert.Equal(stored != codec, findings.Any(finding => finding.Kind == "sound-repacked"));
    }

    [Fact]
    public void Sound_that_could_only_be_kept_worse_is_a_fault()
    {
        _folder.Ffmpeg("-f lavfi -i testsrc2=s=64x48:r=24 -f lavfi -i sine -t 1 -c:v ffv1 -c:a libvorbis a.mkv");
        var film = Film.Open(_folder.At("a.mkv"));
        var fault = Assert.Throws<FaultException>(() => FilmWriter.Check(_folder.At("b.mov"), FilmTarget.Like(film), false));
        Assert.Equal("KX1206", fault.Fault.Code);
    }

    [Fact]
    public void Sound_of_a_range_begins_and_ends_with_it()
    {
        _folder.Ffmpeg("-f lavfi -i testsrc2=s=64x48:r=24 -f lavfi -i sine=sample_rate=48000 -t 3 -c:v ffv1 -c:a pcm_s16le a.mkv");
        var film = Film.Open(_folder.At("a.mkv"));
        Copy(film, "b.mkv", new FrameRange(24, 47));
        var result = Tool.Run("ffprobe", ["-v", "error", "-select_streams", "a", "-show_entries", "packet=pts_time,duration_time", "-of", "csv=p=0", _folder.At("b.mkv")]);
        var seconds = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => decimal.Parse(line.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture)).Sum();
        Assert.InRange(seconds, 0.95m, 1.05m);
        Assert.Equal(24, Film.Open(_folder.At("b.mkv")).FrameCount);
    }

    private string PacketHash(string name, int track) =>
        Tool.Run("ffmpeg", ["-v", "error", "-i", _folder.At(name), "-map", $"0:a:{track}", "-c", "copy", "-f", "md5", "-"]).Output;

    private string SampleHash(string name) =>
        Tool.Run("ffmpeg", ["-v", "error", "-i", _folder.At(name), "-map", "0:a", "-c:a", "pcm_s32le", "-f", "md5", "-"]).Output;

    private IReadOnlyList<FilmFinding> Copy(FilmInfo film, string name, FrameRange? range = null)
    {
        using var reader = new FilmReader(film, range, _pool);
        using var writer = new FilmWriter(_folder.At(name), FilmTarget.Like(film, range));
        while (reader.Read() is { } frame)
            using (frame)
                writer.Write(frame);
        writer.Complete();
        return writer.Findings;
    }
}
