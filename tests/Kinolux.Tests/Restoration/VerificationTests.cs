using Kinolux.Core.Frames;
using Kinolux.Core.Processes;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Restoration.Deliveries;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Restoration.Verify;
using Kinolux.Restore.Stages;
using Kinolux.Tests.TestSupport;
using Kinolux.Work.Log;
using Kinolux.Work.Review;

namespace Kinolux.Tests.Restoration;

/// <summary>An output is proved, or what is wrong with it is named to the sample.</summary>
[Trait("Category", "Slow")]
public sealed class VerificationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public VerificationTests() => Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("out.mkv", "exact")]
    [InlineData("p%03d.png", "exact")]
    [InlineData("p%03d.dpx", "exact")]
    [InlineData("p%03d.tif", "exact")]
    [InlineData("out.mp4", "checksums")]
    [InlineData("out.mov", "checksums")]
    public void Every_kind_of_output_is_proved(string name, string proof)
    {
        Restore(name, change: request => request with { Range = new FrameRange(26, 37) });
        var outcome = Verify(name);
        Assert.Equal((proof, true, 12), (outcome.Proof, outcome.Proven, outcome.Frames));
        Assert.Empty(outcome.Findings);
        Assert.InRange(outcome.Changed, 4, 12);
    }

    [Theory]
    [InlineData("yuv420p10le")]
    [InlineData("gbrp12le")]
    public void Whatever_the_samples_are(string pixels)
    {
        Tool.Run("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "testsrc2=s=67x45:r=24,noise=alls=20:allf=t:all_seed=7", "-frames:v", "6", "-c:v", "ffv1", "-pix_fmt", pixels, _folder.File("film.mkv")]);
        Restore("out.mkv", film: "film.mkv", change: request => request with { Only = ["despeckle", "deflicker", "degrain", "regrain"] });
        var outcome = Verify("out.mkv");
        Assert.Equal((true, "exact"), (outcome.Proven, outcome.Proof));
        Assert.Empty(outcome.Findings);
    }

    [Theory]
    [InlineData("p%02d.png")]
    [InlineData("p%02d.dpx")]
    public void A_frame_that_was_never_decoded_is_rebuilt_and_not_vouched_for(string name)
    {
        Tool.Run("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "testsrc2=s=96x64:r=24", "-frames:v", "20", "-pix_fmt", "rgb24", _folder.File(name)]);
        File.WriteAllText(_folder.File(name.Replace("%02d", "08", StringComparison.Ordinal)), "");
        Restore("out.mkv", film: name, change: request => request with { Rate = new(24, 1), Only = ["missing-frames"] });
        using (var work = FilmWork.Open(_folder.File("out.mkv")))
        {
            var lost = Assert.Single(work.Proposals.Read(), item => item.Decided.Proposal.Kind == "destroyed-frame").Decided;
            Assert.Equal((true, FrameRange.Single(7), 1.0), (lost.Applies, lost.Proposal.Frames, lost.Proposal.Confidence));
        }
        var frames = FrameIndex.Read(Film.Open(_folder.File("out.mkv"))).Select(frame => frame.Md5).ToList();
        Assert.Equal(20, frames.Distinct().Count());
        var outcome = Verify("out.mkv");
        var found = Assert.Single(outcome.Findings);
        Assert.Equal(("undecoded", 7, Severity.Warning), (found.Kind, found.Frame, found.Severity));
        Assert.False(outcome.Proven);
    }

    [Fact]
    public void A_single_tampered_sample_is_found()
    {
        Restore("out.mkv");
        Tamper("out.mkv", frame: 33, x: 41, y: 17);
        var outcome = Verify("out.mkv");
        var found = Assert.Single(outcome.Findings, finding => finding.Severity == Severity.Error);
        Assert.Equal(("tampered", 33, 41, 17, 1), (found.Kind, found.Frame, found.X, found.Y, found.Samples));
        Assert.False(outcome.Proven);
        Assert.Contains(outcome.Findings, finding => finding.Kind == "file-changed");
    }

    [Fact]
    public void A_tampered_frame_of_a_lossy_output_is_found()
    {
        Restore("out.mp4", change: request => request with { Range = new FrameRange(3, 20) });
        Tool.Run("ffmpeg", ["-v", "error", "-i", _folder.File("out.mp4"), "-vf", "drawbox=40:20:4:4:white:fill:enable='eq(n,5)'", "-c:v", "libx264", "-qp", "0", _folder.File("other.mp4")]);
        File.Move(_folder.File("other.mp4"), _folder.File("out.mp4"), overwrite: true);
        var found = Assert.Single(Verify("out.mp4").Findings, finding => finding.Severity == Severity.Error);
        Assert.Equal(("other-frame", 8), (found.Kind, found.Frame));
    }

    [Fact]
    public void A_repair_whose_proposal_is_not_on_record_as_accepted_is_named()
    {
        Restore("out.mkv");
        Proposal speck;
        using (var work = FilmWork.Open(_folder.File("out.mkv")))
        {
            speck = work.Proposals.Read(group => group.Kind == DirtyFilm.Kind).First(item => item.Decided.Applies).Decided.Proposal;
            var all = work.Proposals.Read(masks: true).Select(item => ((Part?)FilmDocument.PartOf(item.Group.Number, new FrameRange(0, 0)), item.Decided.Proposal.Id == speck.Id ? item.Decided with { Verdict = Verdict.Reject } : item.Decided)).ToList();
            work.Proposals.Replace(all);
        }
        var outcome = Verify("out.mkv");
        var found = Assert.Single(outcome.Findings);
        Assert.Equal(("unclaimed", "despeckle", speck.Frames.First), (found.Kind, found.Stage, found.Frame));
        Assert.NotNull(found.Box?.Intersect(speck.Region?.Box ?? default));
        Assert.False(outcome.Proven);
    }

    [Fact]
    public void Decisions_taken_since_are_told_and_do_not_disprove()
    {
        Restore("out.mkv");
        using (var work = FilmWork.Open(_folder.File("out.mkv")))
            new WorkReview(work, TimeProvider.System, "Ann").Decide([DirtyFilm.Kind], Verdict.Reject, null);
        var outcome = Verify("out.mkv");
        Assert.Equal("undelivered", Assert.Single(outcome.Findings).Kind);
        Assert.True(outcome.Proven);
    }

    [Fact]
    public void A_decision_taken_out_of_the_log_is_found()
    {
        Restore("out.mkv");
        using (var work = FilmWork.Open(_folder.File("out.mkv")))
            new WorkReview(work, TimeProvider.System, "Ann").Decide([DirtyFilm.Kind], Verdict.Reject, null);
        Restore("out.mkv");
        File.Delete(Path.Combine(_folder.File("out.mkv.kinolux"), ReviewLog.FileName));
        var outcome = Verify("out.mkv");
        Assert.Contains(outcome.Findings, finding => finding.Kind == "decisions-changed");
        Assert.Contains(outcome.Findings, finding => finding.Kind == "not-as-delivered");
        Assert.False(outcome.Proven);
    }

    [Fact]
    public void An_output_cut_short_is_found()
    {
        Restore("out.mkv");
        Tool.Run("ffmpeg", ["-v", "error", "-i", _folder.File("out.mkv"), "-c", "copy", "-frames:v", "40", _folder.File("cut.mkv")]);
        File.Move(_folder.File("cut.mkv"), _folder.File("out.mkv"), overwrite: true);
        Assert.Contains(Verify("out.mkv").Findings, finding => finding is { Kind: "length", Severity: Severity.Error });
    }

    [Fact]
    public void The_original_comes_back_byte_for_byte_from_the_source()
    {
        Restore("out.mkv");
        var outcome = new Verification(TimeProvider.System).Run(new VerifyRequest { Output = _folder.File("out.mkv"), RestoreOriginal = _folder.File("back.mkv") });
        Assert.True(outcome.Proven);
        Assert.Equal(File.ReadAllBytes(_folder.File("film.mkv")), File.ReadAllBytes(_folder.File("back.mkv")));
    }

    [Theory]
    [InlineData("out.mkv", true)]
    [InlineData("out.mp4", false)]
    public void The_original_comes_back_frame_for_frame_from_what_was_kept(string name, bool isDifference)
    {
        Restore(name, change: request => request with { KeepOriginal = true });
        var frames = Hashes("film.mkv");
        using (var work = FilmWork.Open(_folder.File(name)))
            Assert.Equal(isDifference, DeliveryRecord.Read(work, _folder.File(name)).Original?.IsDifference);
        File.Delete(_folder.File("film.mkv"));
        var outcome = new Verification(TimeProvider.System).Run(new VerifyRequest { Output = _folder.File(name), RestoreOriginal = _folder.File("back.mkv") });
        Assert.Empty(outcome.Findings);
        Assert.True(outcome.Proven);
        Assert.Equal(frames, Hashes("back.mkv"));
    }

    private List<string> Hashes(string film) => [.. FrameIndex.Read(Film.Open(_folder.File(film))).Select(checksum => checksum.Md5)];

    private void Restore(string output, string film = "film.mkv", Func<RestoreRequest, RestoreRequest>? change = null)
    {
        if (!film.Contains('%', StringComparison.Ordinal) && !File.Exists(_folder.File(film)))
            DirtyFilm.Write(_folder.File(film));
        var request = new RestoreRequest { Film = _folder.File(film), Output = _folder.File(output), Work = _folder.File(WorkOf(output)), Quality = Quality.Fast, Overwrite = true };
        new RestorationRun(TimeProvider.System).Run(change is null ? request : change(request));
    }

    private VerifyOutcome Verify(string output) =>
        new Verification(TimeProvider.System).Run(new VerifyRequest { Output = _folder.File(output), Work = _folder.File(WorkOf(output)) });

    private static string WorkOf(string output) => output.Contains('%', StringComparison.Ordinal) ? "work" : output + ".kinolux";

    // Writes the film again with one sample one level brighter or darker.
    private void Tamper(string name, int frame, int x, int y)
    {
        var film = Film.Open(_folder.File(name));
        var pool = new FramePool();
        using (var reader = new FilmReader(film, null, pool))
        using (var writer = new FilmWriter(_folder.File("tampered.mkv"), FilmTarget.Like(film)))
        {
            for (var n = 0; reader.Read() is { } read; n++)
                using (read)
                {
                    using var copy = pool.Copy(read);
                    if (n == frame)
                        copy.Guide[x, y] = FrameFormat.Widen(FrameFormat.Narrow(copy.Guide[x, y], 8) ^ 1, 8);
                    writer.Write(copy);
                }
            writer.Complete();
        }
        File.Move(_folder.File("tampered.mkv"), _folder.File(name), overwrite: true);
    }
}
