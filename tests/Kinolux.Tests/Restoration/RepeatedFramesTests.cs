using Kinolux.Core.Frames;
using Kinolux.Core.Processes;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Restoration.Verify;
using Kinolux.Tests.TestSupport;
using Kinolux.Work;

namespace Kinolux.Tests.Restoration;

/// <summary>A film whose frames stand twice is repaired once for each picture.</summary>
[Trait("Category", "Slow")]
public sealed class RepeatedFramesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RepeatedFramesTests() => Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Identical_frames_stay_identical_and_what_was_repaired_is_claimed_in_each()
    {
        var film = Doubled();
        var output = _folder.File("out.mkv");
        new RestorationRun(TimeProvider.System).Run(new RestoreRequest { Film = film, Output = output, Work = WorkFolder.For(output) });
        var (was, now) = (Hashes(film), Hashes(output));
        for (var n = 1; n < was.Count; n++)
            if (was[n] == was[n - 1])
                Assert.True(now[n] == now[n - 1], $"frame {n} is a copy of the one before, and is not any more");
        Assert.NotEqual(was, now);
        using (var work = FilmWork.Open(output))
            Assert.Contains(work.Proposals.Read(masks: false), found => found.Decided is { Applies: true, Proposal: { Kind: DirtyFilm.Kind, Place: FilmPlace { Frames.Count: 2 } } });
        var outcome = new Verification(TimeProvider.System).Run(new VerifyRequest { Output = output, Work = WorkFolder.For(output) });
        Assert.True(outcome.Proven);
        Assert.Empty(outcome.Findings);
    }

    [Fact]
    public void What_is_done_to_a_frame_is_done_to_a_copy_that_a_codec_changed_and_its_own_noise_stays()
    {
        var film = Coded(Doubled());
        var output = _folder.File("out.mkv");
        new RestorationRun(TimeProvider.System).Run(new RestoreRequest { Film = film, Output = output, Work = WorkFolder.For(output) });
        var (was, now) = (Pictures(film), Pictures(output));
        var (noisy, repaired) = (0, 0);
        for (var n = 1; n < was.Count; n++)
        {
            if (Difference(was[n], was[n - 1]) is not (> 0 and < 0.25))
                continue;
            noisy++;
            repaired += Difference(was[n], now[n]) > 0 ? 1 : 0;
            Assert.Equal(was[n].Select((sample, i) => (byte)Math.Clamp(now[n - 1][i] + sample - was[n - 1][i], 0, 255)), now[n]);
        }
        Assert.InRange(noisy, 4, 60);
        Assert.InRange(repaired, 4, 60);
        var outcome = new Verification(TimeProvider.System).Run(new VerifyRequest { Output = output, Work = WorkFolder.For(output) });
        Assert.True(outcome.Proven);
        Assert.Empty(outcome.Findings);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_part_of_the_film_is_made_as_in_the_whole(bool isCoded)
    {
        var film = isCoded ? Coded(Doubled()) : Doubled();
        List<string> Made(string name, FrameRange? range)
        {
            new RestorationRun(TimeProvider.System).Run(new RestoreRequest { Film = film, Output = _folder.File(name), Work = WorkFolder.For(_folder.File(name)), Range = range });
            return Hashes(_folder.File(name));
        }
        // It begins with a copy of a frame that it does not deliver.
        Assert.Equal(Made("whole.mkv", null)[27..45], Made("part.mkv", new FrameRange(27, 44)));
    }

    private string Doubled()
    {
        var once = Film.Open(DirtyFilm.Write(_folder.File("once.mkv")));
        var pool = new FramePool();
        using var reader = new FilmReader(once, null, pool);
        using var writer = new FilmWriter(_folder.File("film.mkv"), FilmTarget.Like(once) with { CopyFrom = null });
        for (var n = 0; reader.Read() is { } frame; n++)
            using (frame)
                for (var copy = 0; copy < (n % 5 == 4 ? 1 : 2); copy++)
                    writer.Write(frame);
        writer.Complete();
        return _folder.File("film.mkv");
    }

    private string Coded(string film)
    {
        Tool.Run("ffmpeg", ["-v", "error", "-i", film, "-c:v", "libx264", "-crf", "12", "-pix_fmt", "gray", _folder.File("coded.mkv")]);
        return _folder.File("coded.mkv");
    }

    private static List<byte[]> Pictures(string film)
    {
        var pictures = new List<byte[]>();
        using var reader = new FilmReader(Film.Open(film), null, new FramePool());
        while (reader.Read() is { } frame)
            using (frame)
            {
                var plane = frame.Guide;
                pictures.Add([.. Enumerable.Range(0, plane.Height).SelectMany(y => plane.Row(y).ToArray().Select(sample => (byte)(sample / 257)))]);
            }
        return pictures;
    }

    private static double Difference(byte[] a, byte[] b) => a.Zip(b, (one, two) => Math.Abs(one - two)).Average();

    private static List<string> Hashes(string film) => [.. FrameIndex.Read(Film.Open(film)).Select(frame => frame.Md5)];
}
