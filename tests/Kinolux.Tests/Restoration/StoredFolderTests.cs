using System.IO.Compression;
using Kinolux.Core.Review;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Restoration.Verify;
using Kinolux.Restore.Stages;
using Kinolux.Tests.TestSupport;
using Kinolux.Work.Review;

namespace Kinolux.Tests.Restoration;

/// <summary>
/// A work folder that an earlier Kinolux left (the last one whose decisions, wishes and policy were three files) is opened, reviewed, rendered again and verified.
/// In it: 18 frames with drawn dirt, one blotch rejected, a second rejected and that undone, a wish, a policy; all rendered.
/// </summary>
public sealed class StoredFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public StoredFolderTests()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        ZipFile.ExtractToDirectory(Path.Combine(Repository.Root, "tests/Kinolux.Tests/Restoration/Stored/before-one-log.zip"), _folder.Path);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_decided_as_it_was()
    {
        using var work = FilmWork.Open(_folder.File("out.mkv"));
        var review = new WorkReview(work, TimeProvider.System, "Ben");
        var state = review.Now();
        Assert.Equal("careful", state.Policy.Name);
        Assert.Equal((0, 0), state.Pending());
        Assert.Equal(
            [("1:blotch", 13, 12, 1), ("1:dirt", 331, 328, 3), ("1:dirt", 1, 1, 0)],
            state.Groups().Select(group => (group.Name, group.Found, group.Applied, group.Rejected)));
        var rejected = Assert.Single(ProposalView.Of([.. state.All.Where(item => item.Outline.Group.Kind == "blotch" && !item.Now.Applies)], FilmKinds.All));
        Assert.Equal((new Ruling(Verdict.Reject, "Ann Archer", "a fly"), new Ruling(Verdict.Reject, "Ann Archer", "a fly")), (rejected.Now, rejected.Rendered));
        Assert.Contains(review.Why("5,22,14").Reasons, reason => reason.Source is { IsPerson: true, Name: "Ann Archer" });
    }

    [Fact]
    public void It_is_proven_as_long_as_its_stages_are_what_they_were()
    {
        var outcome = Verify();
        Assert.SkipWhen(outcome.Findings.Any(finding => finding.Kind == "other-version"), "the stages are other versions now");
        Assert.True(outcome.Proven, string.Join('\n', outcome.Findings.Take(5)));
    }

    [Fact]
    public void It_is_reviewed_on_rendered_again_and_verified_and_its_old_files_stay()
    {
        string[] old = ["decisions.jsonl", "wishes.jsonl", "policy.json"];
        var before = old.Select(name => File.ReadAllText(_folder.File($"out.mkv.kinolux/{name}"))).ToList();
        using (var work = FilmWork.Open(_folder.File("out.mkv")))
        {
            var review = new WorkReview(work, TimeProvider.System, "Ben");
            var blotch = review.Now().All.First(item => item.Outline.Group.Kind == "blotch" && item.Now.Applies).Outline;
            Assert.Single(review.Undo());
            review.Decide([blotch.Id], Verdict.Reject, "a bird");
            Assert.Equal((2, 0), review.Now().Pending());
        }
        new RestorationRun(TimeProvider.System).Run(new RestoreRequest
        {
            Film = _folder.File("film.mkv"), Output = _folder.File("out.mkv"), Work = _folder.File("out.mkv.kinolux"), Overwrite = true,
        });
        Assert.True(Verify() is { Proven: true, Findings.Count: 0 });
        Assert.Equal(before, old.Select(name => File.ReadAllText(_folder.File($"out.mkv.kinolux/{name}"))));
        using var after = FilmWork.Open(_folder.File("out.mkv"));
        Assert.Contains(new WorkReview(after, TimeProvider.System, "Ben").Now().All, item => item.Now is { Verdict: Verdict.Reject, By: "Ben", Reason: "a bird" });
        Assert.DoesNotContain(after.Proposals.Read(), item => item.Decided.By == "Ann Archer" && item.Decided.Verdict == Verdict.Reject);
    }

    private VerifyOutcome Verify() =>
        new Verification(TimeProvider.System).Run(new VerifyRequest { Output = _folder.File("out.mkv"), Film = _folder.File("film.mkv") });
}
