using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Frames;
using Kinolux.Core.Processes;
using Kinolux.Core.Progress;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Restore.Stages;
using Kinolux.Tests.TestSupport;
using Kinolux.Work;
using Kinolux.Work.Log;
using Kinolux.Work.Review;

namespace Kinolux.Tests.Restoration;

/// <summary>Whole runs on a small film of two shots, with dirt in both, by real ffmpeg.</summary>
[Trait("Category", "Slow")]
public sealed class RestorationRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RestorationRunTests() => Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void With_every_stage_off_the_film_comes_out_as_it_went_in()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        Run(film, "out.mkv", request => request with { Skip = [.. StageCatalog.All.Select(stage => stage.Info.Id)] });
        Assert.Equal(Hashes(film), Hashes(_folder.File("out.mkv")));
    }

    [Fact]
    public void The_record_holds_the_checksums_of_both_files_and_says_which_frames_were_restored()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        var outcome = Run(film, "out.mkv", request => request with { Report = _folder.File("report"), Range = new FrameRange(2, 20) });
        Assert.Equal(_folder.File("report/record.html"), outcome.Record);
        var record = File.ReadAllText(outcome.Record ?? "");
        Assert.Contains(WholeFile.Sha256(film), record, StringComparison.Ordinal);
        Assert.Contains(WholeFile.Sha256(_folder.File("out.mkv")), record, StringComparison.Ordinal);
        Assert.Contains("only 2-20 were restored", record, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_again_nothing_is_made_anew()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        var first = Run(film, "out.mkv");
        var hashes = Hashes(_folder.File("out.mkv"));
        var again = Run(film, "out.mkv", request => request with { Overwrite = true });
        Assert.Equal((2, 2, 0), (first.Shots, first.ChunksMade, again.ChunksMade));
        Assert.Equal(hashes, Hashes(_folder.File("out.mkv")));
    }

    [Fact]
    public void Interrupted_runs_go_on_and_end_in_the_same_film()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        Run(film, "whole.mkv");
        foreach (var stop in (int[])[5, 20, 25])
        {
            using var cancel = new CancellationTokenSource();
            var progress = new StopAt(stop, cancel);
            Assert.ThrowsAny<OperationCanceledException>(() => Run(film, "out.mkv", cancel: cancel.Token, progress: progress));
            Assert.False(File.Exists(_folder.File("out.mkv")));
        }
        Run(film, "out.mkv");
        Assert.Equal(Hashes(_folder.File("whole.mkv")), Hashes(_folder.File("out.mkv")));
    }

    [Fact]
    public void One_job_and_two_give_the_same_film()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        Run(film, "one.mkv", request => request with { Jobs = 1 });
        Run(film, "two.mkv", request => request with { Jobs = 2 });
        Assert.Equal(Hashes(_folder.File("one.mkv")), Hashes(_folder.File("two.mkv")));
    }

    [Fact]
    public void A_rejected_speck_comes_back_and_only_its_chunk_is_made_anew()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        Run(film, "out.mkv");
        var restored = Hashes(_folder.File("out.mkv"));
        using (var work = FilmWork.Open(_folder.File("out.mkv")))
        {
            var speck = work.Proposals.Read(group => group is { Part: "2", Kind: DirtyFilm.Kind }).First(item => item.Decided.Applies).Decided.Proposal;
            new WorkReview(work, TimeProvider.System, "Ann").Decide([speck.Id], Verdict.Reject, "it is a bird");
        }
        var again = Run(film, "out.mkv", request => request with { Overwrite = true });
        Assert.Equal(1, again.ChunksMade);
        var now = Hashes(_folder.File("out.mkv"));
        var changed = Enumerable.Range(0, now.Count).Where(i => now[i] != restored[i]).ToList();
        Assert.NotEmpty(changed);
        Assert.All(changed, frame => Assert.True(frame >= DirtyFilm.Cut));
        using var after = FilmWork.Open(_folder.File("out.mkv"));
        Assert.Contains(new WorkReview(after, TimeProvider.System, "Ann").Why($"{changed[0]}").Reasons, reason => reason.Rendered is { Verdict: Verdict.Reject, By: "Ann", Reason: "it is a bird" });
    }

    [Fact]
    public void A_decision_survives_making_everything_anew()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        Run(film, "out.mkv");
        using (var work = FilmWork.Open(_folder.File("out.mkv")))
            new WorkReview(work, TimeProvider.System, "Ann").Decide([DirtyFilm.Kind], Verdict.Reject, null);
        var again = Run(film, "out.mkv", request => request with { Overwrite = true, Fresh = true });
        Assert.Equal(0, again.Kinds.Where(kind => kind.Kind == DirtyFilm.Kind).Sum(kind => kind.Applied));
    }

    [Fact]
    public void A_marked_spot_is_repaired_and_why_names_the_person()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        Run(film, "out.mkv");
        var before = Hashes(_folder.File("out.mkv"));
        File.WriteAllText(_folder.File("add.jsonl"), "{\"kind\":\"dirt\",\"frames\":\"10\",\"box\":{\"x\":30,\"y\":20,\"width\":8,\"height\":8}}\n");
        using (var work = FilmWork.Open(_folder.File("out.mkv")))
            new WorkReview(work, TimeProvider.System, "Ann").Add(WishFile.Read(_folder.File("add.jsonl"), FilmDocuments.Type.Takes, "Ann"));
        Run(film, "out.mkv", request => request with { Overwrite = true });
        var after = Hashes(_folder.File("out.mkv"));
        Assert.NotEqual(before[10], after[10]);
        using var done = FilmWork.Open(_folder.File("out.mkv"));
        Assert.Contains(new WorkReview(done, TimeProvider.System, "Ann").Why("10,33,23").Reasons, reason => reason.Rendered is { By: "Ann", Applies: true });
    }

    [Fact]
    public void A_curve_edited_in_the_plan_is_kept_when_the_plan_is_made_anew()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        var outcome = Run(film, "out.mkv");
        var plan = Plan.Read(outcome.Plan);
        var weave = plan.Shots[0].Proposals.First(proposal => proposal.Kind == "weave");
        Assert.SkipWhen(weave.Change is null, "the film has no weave path");
        var edited = plan with
        {
            Shots = [plan.Shots[0] with { Proposals = [.. plan.Shots[0].Proposals.Select(proposal => proposal.Id == weave.Id ? proposal with { Change = Shifted(weave.Change!) } : proposal)] }, .. plan.Shots.Skip(1)],
        };
        edited.Write(outcome.Plan);
        var again = Run(film, "out.mkv", request => request with { Overwrite = true });
        Assert.Equal(edited.ToJson(), Plan.Read(again.Plan).ToJson());
        Assert.Equal(1, again.ChunksMade);
    }

    [Fact]
    public void A_range_gives_those_frames_and_analysis_gives_no_film()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        var analysed = Run(film, "out.mkv", request => request with { Output = null });
        Assert.Null(analysed.Output);
        Assert.Contains(analysed.Kinds, kind => kind is { Kind: DirtyFilm.Kind, Found: > 0 });
        Run(film, "part.mkv", request => request with { Range = new FrameRange(3, 12) });
        Run(film, "out.mkv");
        Assert.Equal(Hashes(_folder.File("out.mkv")).Skip(3).Take(10), Hashes(_folder.File("part.mkv")));
    }

    [Theory]
    [InlineData("film.mkv")]
    [InlineData("p%02d.png")]
    public void A_frame_that_cannot_be_decoded_is_told_and_moves_no_other(string name)
    {
        var film = DirtyFilm.Write(_folder.File("clean.mkv"));
        Tool.Run("ffmpeg", ["-v", "error", "-i", film, "-frames:v", "20", "-c:v", "png", _folder.File(name)]);
        var whole = Hashes(_folder.File(name));
        Spoil(name, frame: 7);
        var outcome = Run(_folder.File(name), "out.mkv", request => request with { Skip = [.. StageCatalog.All.Select(stage => stage.Info.Id)], Rate = new(24, 1) });
        Assert.Contains(outcome.Notes, note => note.Contains("frame 7 cannot be decoded", StringComparison.Ordinal));
        whole[7] = whole[6];
        Assert.Equal(whole, Hashes(_folder.File("out.mkv")));
    }

    [Fact]
    public void A_policy_that_is_chosen_while_a_run_is_on_is_the_next_runs()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        var log = new Lazy<ReviewLog>(() => FilmWork.Open(_folder.File("out.mkv")).Log);
        var chosen = 0;
        var during = Run(film, "out.mkv", progress: new Hook(() =>
        {
            if (Interlocked.Exchange(ref chosen, 1) == 0)
                log.Value.Append([new PolicyEntry(Policies.Conservative(FilmKinds.All), "Ada", TimeProvider.System.GetUtcNow(), "b1")]);
        }));
        Assert.Equal(("standard", "conservative"), (during.Policy, Run(film, "out.mkv", request => request with { Overwrite = true }).Policy));
    }

    [Fact]
    public void A_clock_that_jumps_changes_nothing()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        Run(film, "steady.mkv");
        var request = new RestoreRequest { Film = film, Output = _folder.File("out.mkv"), Work = _folder.File("work"), Quality = Quality.Fast };
        var outcome = new RestorationRun(new JumpingClock(), new Silent()).Run(request);
        Assert.Equal(Hashes(_folder.File("steady.mkv")), Hashes(_folder.File("out.mkv")));
        Assert.Equal(2, outcome.ChunksMade);
    }

    [Fact]
    public void A_work_folder_of_another_film_is_refused()
    {
        Run(DirtyFilm.Write(_folder.File("film.mkv")), "out.mkv");
        var other = DirtyFilm.Write(_folder.File("other.mkv"), seed: 7);
        Assert.Equal("KX4104", Assert.Throws<FaultException>(() => Run(other, "out.mkv", request => request with { Overwrite = true })).Fault.Code);
    }

    private RestoreOutcome Run(string film, string output, Func<RestoreRequest, RestoreRequest>? change = null, CancellationToken cancel = default, IProgress<JobProgress>? progress = null)
    {
        var path = _folder.File(output);
        var request = new RestoreRequest { Film = film, Output = path, Work = WorkFolder.For(path), Quality = Quality.Fast };
        return new RestorationRun(TimeProvider.System, progress).Run(change is null ? request : change(request), cancel);
    }

    private static JsonObject Shifted(JsonObject change)
    {
        var copy = (JsonObject)change.DeepClone();
        var path = (JsonArray)copy["dx"]!; // A weave proposal has a path.
        path[0] = path[0]!.GetValue<double>() + 1;
        return copy;
    }

    private static List<string> Hashes(string film) => [.. FrameIndex.Read(Film.Open(film, new(24, 1))).Select(checksum => checksum.Md5)];

    // The PNG of a frame, in a file of its own or in the film's, loses its header's checksum.
    private void Spoil(string name, int frame)
    {
        var path = _folder.File(name.Replace("%02d", $"{frame + 1:00}", StringComparison.Ordinal));
        var bytes = File.ReadAllBytes(path);
        var at = -1;
        for (var count = name.Contains('%', StringComparison.Ordinal) ? 0 : frame; count >= 0; count--)
            at += 1 + bytes.AsSpan(at + 1).IndexOf("IHDR"u8);
        bytes.AsSpan(at, 17).Fill(0xFF);
        File.WriteAllBytes(path, bytes);
    }

    // Years forward, and back again.
    private sealed class JumpingClock : TimeProvider
    {
        private int _asked;

        public override DateTimeOffset GetUtcNow() => new(1970 + Interlocked.Increment(ref _asked) * 37 % 200, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override long GetTimestamp() => Interlocked.Increment(ref _asked) * 7919L % 100_000 * TimestampFrequency - 50_000;
    }

    private sealed class Hook(Action whenever) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => whenever();
    }

    private sealed class Silent : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => Assert.NotNull(value);
    }

    private sealed class StopAt(int steps, CancellationTokenSource cancel) : IProgress<JobProgress>
    {
        private int _steps;

        public void Report(JobProgress value)
        {
            if (value.Step == "restore" && Interlocked.Increment(ref _steps) == steps)
                cancel.Cancel();
        }
    }
}
