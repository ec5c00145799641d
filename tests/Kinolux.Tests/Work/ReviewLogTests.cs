using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Tests.TestSupport;
using Kinolux.Work.Log;

namespace Kinolux.Tests.Work;

public sealed class ReviewLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private ReviewLog Log => new(new ClosedFolder(_folder.Path), place => place is FilmPlace);

    private string LogPath => _folder.File(ReviewLog.FileName);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_said_comes_back_in_the_order_in_which_it_was_appended()
    {
        Log.Append([Reject(3), Reject(4)]);
        Log.Append([Wish("dirt", 7)]);
        Log.Append([Reject(5)]);
        Log.Append([new PolicyEntry(new Policy("mine", []), "Ann", Now, ReviewLog.NewBatch())]);
        var record = Log.Read();
        Assert.Equal([3, 4, 5], Frames(record));
        Assert.Equal(("mine", 5), (record.Policy?.Name, record.Lines));
        Assert.Equal([7], record.Wishes.Select(wish => wish.Frames.First));
        Assert.Equal([3, 4], Frames(Log.Read(3)));
    }

    [Fact]
    public void Every_line_says_its_schema_who_and_when()
    {
        Log.Append([Reject(3), Wish("dirt", 7), new PolicyEntry(new Policy("mine", []), "Ann", Now, "b")]);
        Log.Undo("Ben", Now);
        foreach (var line in File.ReadAllLines(LogPath))
        {
            var entry = JsonNode.Parse(line)!;
            Assert.Equal(1, entry["schema"]!.GetValue<int>());
            Assert.NotNull(entry["by"]);
            Assert.NotNull(entry["at"]);
        }
    }

    [Theory]
    [InlineData("\"node\":\"garden\"")]
    [InlineData("\"samples\":\"3-9\"")]
    [InlineData("\"lines\":\"3\",\"quote\":\"words\"")]
    public void A_decision_about_no_place_in_a_film_is_a_fault(string place)
    {
        var decision = "{\"kind\":\"dirt\"," + place + ",\"verdict\":\"reject\",\"by\":\"Ann\",\"at\":\"2026-01-01T00:00:00Z\"}";
        File.WriteAllText(LogPath, decision + "\n");
        Assert.Equal("KX2401", Assert.Throws<FaultException>(() => Log.Read()).Fault.Code);
        File.WriteAllText(_folder.File("p.json"), "{\"decisions\":[" + decision + "]}");
        Assert.Equal("KX2403", Assert.Throws<FaultException>(() => PolicyFile.Read(_folder.File("p.json"), place => place is FilmPlace)).Fault.Code);
    }

    [Fact]
    public void A_line_of_a_later_version_is_a_fault_and_not_guessed_at()
    {
        File.WriteAllText(LogPath, """{"schema":2,"kind":"dirt","frames":"3","verdict":"reject","by":"Ann","at":"2030-01-01T00:00:00Z"}""" + "\n");
        Assert.Equal("KX2401", Assert.Throws<FaultException>(() => Log.Read()).Fault.Code);
    }

    [Fact]
    public void A_line_cut_short_by_a_crash_loses_itself_and_no_other()
    {
        Log.Append([Reject(3)]);
        File.AppendAllText(LogPath, "{\"kind\":\"dirt\",\"fra");
        Log.Append([Reject(4)]);
        Assert.Equal([3, 4], Frames(Log.Read()));
    }

    [Fact]
    public void Undoing_withdraws_the_last_batch_and_takes_nothing_out_of_the_file()
    {
        Log.Append([Reject(3, "a"), Reject(4, "a")]);
        Log.Append([Reject(5, "b"), Reject(6, "b")]);
        var before = File.ReadAllText(LogPath);
        Assert.Equal(2, Log.Undo("Ann", Now).Count);
        Assert.Equal([3, 4], Frames(Log.Read()));
        Assert.StartsWith(before, File.ReadAllText(LogPath), StringComparison.Ordinal);
        Assert.Equal(2, Log.Undo("Ann", Now).Count);
        Assert.Empty(Log.Undo("Ann", Now));
        Log.Append([Reject(7)]);
        Assert.Equal([7], Frames(Log.Read()));
    }

    [Fact]
    public void Undo_covers_wishes_policies_and_wishes_taken_back()
    {
        Log.Append([Wish("dirt", 7)]);
        var id = Log.Read().Wishes[0].Id;
        Log.Append([new PolicyEntry(new Policy("mine", []), "Ann", Now, ReviewLog.NewBatch())]);
        Log.Append([new WithdrawalEntry(id, "Ann", Now, ReviewLog.NewBatch())]);
        Assert.Empty(Log.Read().Wishes);
        Log.Undo("Ann", Now);
        Assert.Single(Log.Read().Wishes);
        Log.Undo("Ann", Now);
        Assert.Null(Log.Read().Policy);
        Log.Undo("Ann", Now);
        Assert.Empty(Log.Read().Wishes);
        Assert.Empty(Log.Undo("Ann", Now));
    }

    [Fact]
    public void A_wish_taken_back_can_be_made_again()
    {
        Log.Append([Wish("dirt", 7)]);
        Log.Append([new WithdrawalEntry(Log.Read().Wishes[0].Id, "Ann", Now, ReviewLog.NewBatch())]);
        Log.Append([Wish("dirt", 7)]);
        Assert.Single(Log.Read().Wishes);
    }

    [Fact]
    public void An_undo_cut_short_by_a_crash_undid_nothing()
    {
        Log.Append([Reject(3, "a")]);
        Log.Undo("Ann", Now);
        File.WriteAllText(LogPath, File.ReadAllText(LogPath)[..^4]);
        Assert.Equal([3], Frames(Log.Read()));
        Log.Append([Reject(4)]);
        Assert.Equal([3, 4], Frames(Log.Read()));
    }

    [Fact]
    public void Several_may_append_at_once()
    {
        Parallel.For(0, 24, i => Log.Append([Reject(i), i % 2 == 0 ? Reject(i) : Wish("dirt", i)]));
        Assert.Equal(36, Log.Read().Decisions.Count);
        Assert.Equal(12, Log.Read().Wishes.Count);
    }

    [Fact]
    public void A_finished_line_that_is_no_entry_is_a_fault_that_names_it()
    {
        File.WriteAllText(LogPath, "{\"verdict\":\"perhaps\"}\n");
        var fault = Assert.Throws<FaultException>(() => Log.Read()).Fault;
        Assert.Equal("KX2401", fault.Code);
        Assert.Contains("line 1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_files_of_before_there_was_one_log_are_its_beginning()
    {
        const string Decision = """{"kind":"dirt","frames":"3","verdict":"reject","by":"Ann","at":"2025-01-01T00:00:00+00:00","batch":"one"}""";
        File.WriteAllText(_folder.File("decisions.jsonl"), Decision + "\n" + Decision.Replace("one", "two", StringComparison.Ordinal) + "\n" + """{"withdraws":"two","by":"Ann","at":"2025-01-01T00:00:00+00:00"}""" + "\n");
        File.WriteAllText(_folder.File("wishes.jsonl"), """{"kind":"dirt","frames":"12","region":{"box":{"x":4,"y":5,"width":6,"height":7},"runs":[]},"by":"Ben"}""" + "\n");
        File.WriteAllText(_folder.File("policy.json"), """{"name":"careful","rules":[]}""");
        var record = Log.Read();
        Assert.Equal([3], Frames(record));
        Assert.Equal(("careful", 3), (record.Policy?.Name, record.Lines)); // A delivery of before counted the lines of its decisions alone.
        Assert.Equal(("Ben", true), (record.Wishes[0].Source.Name, record.Wishes[0].Source.IsPerson));

        Log.Append([new WithdrawalEntry(record.Wishes[0].Id, "Ann", Now, ReviewLog.NewBatch())]);
        Assert.Empty(Log.Read().Wishes);
        Log.Undo("Ann", Now);
        Log.Undo("Ann", Now);
        Assert.Single(Log.Read().Wishes);
        Assert.Empty(Log.Read().Decisions);
        Assert.Equal(["decisions.jsonl", "policy.json", "review.jsonl", "wishes.jsonl"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Where(name => name![0] != '.').Order());
    }

    private static DateTimeOffset Now => new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static IEnumerable<int> Frames(ReviewRecord record) => record.Decisions.Select(decision => decision.Frames.First);

    private static DecisionEntry Reject(int frame, string? batch = null) => new(new Decision("dirt", new FilmPlace(FrameRange.Single(frame)), Verdict.Reject, "Ann", Now, Batch: batch));

    private static WishEntry Wish(string kind, int frame) => new(new WishLine(kind, new FilmPlace(FrameRange.Single(frame))).ToProposal("Ann", _ => true), "Ann", Now, ReviewLog.NewBatch());
}
