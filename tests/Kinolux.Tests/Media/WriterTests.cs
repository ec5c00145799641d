using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Time;
using Kinolux.Media;

namespace Kinolux.Tests.Media;

public sealed class WriterTests : IDisposable
{
    private static readonly FilmTarget Target = new() { Format = new FrameFormat(64, 48, PixelLayout.Yuv420, 8), Rate = new Rational(24, 1) };
    private readonly TestFilm _folder = new();
    private readonly FramePool _pool = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.mkv")]
    [InlineData("a.%04d.dpx")]
    [InlineData("a.%04d.png")]
    public void Nothing_is_left_of_an_output_that_was_not_completed(string name)
    {
        using (var writer = new FilmWriter(_folder.At(name), Target))
        using (var frame = _pool.Rent(Target.Format))
            for (var i = 0; i < 9; i++)
                writer.Write(frame);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Folder));
    }

    [Fact]
    public void An_output_that_exists_is_replaced_only_when_told()
    {
        File.WriteAllText(_folder.At("a.mkv"), "mine");
        Assert.Equal("KX1201", Assert.Throws<FaultException>(() => new FilmWriter(_folder.At("a.mkv"), Target)).Fault.Code);
        Write("a.mkv", overwrite: true);
        Assert.Equal(3, Film.Open(_folder.At("a.mkv")).FrameCount);
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Folder));
    }

    [Theory]
    [InlineData("KX1202", "no/such/a.mkv")]
    [InlineData("KX1205", "a.avi")]
    [InlineData("KX1205", "a.png")]
    [InlineData("KX1205", "a")]
    [InlineData("KX1204", "/proc/a.mkv")]
    public void An_output_that_cannot_be_is_a_fault_at_once(string code, string name) =>
        Assert.Equal(code, Assert.Throws<FaultException>(() => new FilmWriter(_folder.At(name), Target)).Fault.Code);

    [Fact]
    public void The_source_is_never_written_over()
    {
        var film = Film.Open(_folder.Make("a.mkv", frames: 2));
        Assert.Equal("KX1209", Assert.Throws<FaultException>(() => new FilmWriter(_folder.At("a.mkv"), FilmTarget.Like(film), overwrite: true)).Fault.Code);
    }

    [Fact]
    public void Frames_of_another_size_are_refused()
    {
        using var writer = new FilmWriter(_folder.At("a.mkv"), Target);
        using var frame = _pool.Rent(Target.Format with { Width = 65 });
        Assert.Throws<ArgumentException>(() => writer.Write(frame));
    }

    [Fact]
    public void Memory_does_not_grow_with_the_film()
    {
        var film = Film.Open(_folder.Make("a.mkv", frames: 100));
        using (var reader = new FilmReader(film, null, _pool))
        using (var writer = new FilmWriter(_folder.At("b.mkv"), FilmTarget.Like(film)))
        {
            while (reader.Read() is { } frame)
                using (frame)
                    writer.Write(frame);
            writer.Complete();
        }
        Assert.InRange(_pool.Allocated, 1, 16);
    }

    private void Write(string name, bool overwrite)
    {
        using var writer = new FilmWriter(_folder.At(name), Target, overwrite);
        using var frame = _pool.Rent(Target.Format);
        for (var i = 0; i < 3; i++)
            writer.Write(frame);
        writer.Complete();
    }
}
