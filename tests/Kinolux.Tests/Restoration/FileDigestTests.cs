using Kinolux.Core.Processes;
using Kinolux.Core.Progress;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Restoration.Deliveries;
using Kinolux.Tests.Cli;

namespace Kinolux.Tests.Restoration;

public sealed class FileDigestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_films_is_what_sha256sum_prints_of_its_file_and_every_block_of_it_is_counted()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        KinoluxProgram.PutFilm(_folder.Path);
        var film = Film.Open(_folder.File("clean.mkv"));
        var done = 0L;
        var meter = new ProgressMeter(new Listener(progress => done = progress.Done), TimeProvider.System, "checksum", FileDigest.BlocksOf(film));
        Assert.Equal("sha256:" + Shell("sha256sum clean.mkv | cut -c 1-64"), FileDigest.Of(film, meter, default));
        Assert.Equal(FileDigest.BlocksOf(film), done);
    }

    [Fact]
    public void That_of_numbered_pictures_is_what_sha256sum_prints_of_the_list_of_theirs()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        Shell("mkdir frames && ffmpeg -v error -f lavfi -i testsrc2=s=32x24:r=24:d=1 frames/%04d.png");
        Assert.Equal("sha256:" + Shell("sha256sum frames/*.png | cut -c 1-64 | sha256sum | cut -c 1-64"), FileDigest.Of(Film.Open(_folder.File("frames/%04d.png"), new Rational(24, 1)), null, default));
    }

    private string Shell(string line) => Tool.Run("sh", ["-c", line], workingDirectory: _folder.Path).Output.Trim();

    private sealed class Listener(Action<JobProgress> hear) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => hear(value);
    }
}
