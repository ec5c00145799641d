using System.Globalization;
using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Core.Text;
using Kinolux.Core.Time;
using Kinolux.Restoration.Chunks;
using Kinolux.Restoration.Deliveries;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Restore.Stages;
using Kinolux.Work;
using Kinolux.Work.Log;
using Kinolux.Work.Review;

namespace Kinolux.Tests.Restoration;

/// <summary>The files of a work folder, damaged and edited wrongly: each is taken or refused with a code, read and applied. <c>./dev bench fuzz N</c> tries N of every kind.</summary>
[Trait("Category", "Slow")]
public sealed class WorkFileFuzzTests : IDisposable
{
    // What a stage's options and the files themselves are made of.
    private static readonly string[] Words =
    [
        .. StageCatalog.All.Select(stage => stage.Info.Id), .. StageCatalog.Kinds.Select(kind => kind.Id),
        .. StageCatalog.All.SelectMany(stage => OptionSchema.Of(stage).Options).SelectMany(option => (string[])[option.Name, option.DefaultText, Number(option.Min), Number(option.Max), .. option.Values]).Distinct(),
        "accept", "reject", "wait", "edit", "0-5", "7", "5-2", "99999999999", "*", "", "\u0000", "../../x", "NaN", "2024-02-30T00:00:00Z", "balanced",
    ];

    private readonly TemporaryFolder _folder = new();

    public WorkFileFuzzTests() => Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_damaged_work_file_is_read_or_refused_with_a_code()
    {
        var work = Prepare();
        var chunk = Directory.GetFiles(work.Chunks.Path, "*.jsonl")[0];
        (string Path, Action<string> Read)[] readers =
        [
            (work.PlanPath, path => Plan.Read(path)),
            (work.Files.At(ReviewLog.FileName), _ => work.Log.Read()),
            (work.NotePath, _ => WorkNote.TryRead(work)),
            (chunk, path => ChunkFile.TryRead(path)),
            (Directory.GetFiles(work.Deliveries.Path, "*.json")[0], _ => DeliveryRecord.Read(work, _folder.File("out.mkv"))),
            (Directory.GetFiles(work.Proposals.Path, "*.jsonl")[0], _ => work.Proposals.Read(masks: true).Count()),
            (Directory.GetFiles(work.Proposals.Path, "*.masks").MaxBy(file => new FileInfo(file).Length)!, _ => work.Proposals.Read(masks: true).Count()), // Some proposals have masks.
        ];
        foreach (var (path, read) in readers)
        {
            var whole = File.ReadAllBytes(path);
            for (var seed = 0; seed < Effort.Of("KINOLUX_FUZZ", 60); seed++)
            {
                File.WriteAllBytes(path, seed % 2 == 0 ? new ByteDamage(seed).Of(whole) : Damaged(path, whole, seed));
                Refusal(() => read(path), $"{Path.GetFileName(path)}, seed {seed}");
            }
            File.WriteAllBytes(path, whole);
        }
    }

    [Theory]
    [InlineData("plan.json")]
    [InlineData("review.jsonl")]
    public void What_is_taken_can_be_applied(string name)
    {
        var work = Prepare();
        var path = work.Files.At(name);
        var whole = File.ReadAllBytes(path);
        for (var seed = 0; seed < Effort.Of("KINOLUX_FUZZ", 4); seed++)
        {
            File.WriteAllBytes(path, Damaged(path, whole, seed));
            Refusal(() => Run(), $"{name}, seed {seed}: {File.ReadAllText(path)}");
            File.WriteAllBytes(path, whole);
        }
    }

    [Fact]
    public void Settings_are_taken_or_refused_with_a_code()
    {
        var random = new Random(5);
        for (var i = 0; i < Effort.Of("KINOLUX_FUZZ", 200) * 10; i++)
        {
            string Word() => Words[random.Next(Words.Length)];
            var setting = random.Next(4) switch { 0 => $"{Word()}{Word()}", 1 => $"{Word()}.{Word()}", 2 => $"{Word()}={Word()}", _ => $"{Word()}.{Word()}={Word()}" };
            Refusal(() => StageSettings.Apply([setting]), setting);
        }
    }

    // A small film restored with a wish, a decision and a policy, so that every file is there.
    private WorkFolder Prepare()
    {
        DirtyFilm.Write(_folder.File("film.mkv"));
        Run();
        var work = FilmWork.Open(_folder.File("out.mkv"));
        var review = new WorkReview(work, TimeProvider.System, "Ann");
        review.Decide([DirtyFilm.Kind], Verdict.Reject, "birds");
        review.Add([Proposal.Of("dirt", new FilmPlace(FrameRange.Single(4), RegionMask.From(new Box(5, 6, 3, 2), [true, false, true, true, true, false])), "here", 1, new ProposalSource("Ann", "", true), [])]);
        review.Apply(new PolicyFile("mine", Policies.Standard(FilmKinds.All).Rules, null));
        Run();
        return work;
    }

    private void Run() => new RestorationRun(TimeProvider.System).Run(new RestoreRequest
    {
        Film = _folder.File("film.mkv"), Output = _folder.File("out.mkv"), Work = _folder.File("out.mkv.kinolux"), Overwrite = true, Quality = Quality.Fast, Range = new FrameRange(2, 7),
    });

    private static byte[] Damaged(string path, byte[] whole, int seed)
    {
        var damage = new JsonDamage(seed, Words);
        if (path.EndsWith(".json", StringComparison.Ordinal))
            return System.Text.Encoding.UTF8.GetBytes(damage.Of(System.Text.Encoding.UTF8.GetString(whole)));
        if (!path.EndsWith(".jsonl", StringComparison.Ordinal))
            return new ByteDamage(seed).Of(whole);
        var lines = System.Text.Encoding.UTF8.GetString(whole).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[seed % lines.Length] = damage.Of(lines[seed % lines.Length]);
        return System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
    }

    private static void Refusal(Action work, string what)
    {
        try
        {
            work();
        }
        catch (FaultException)
        {
            // Refused with a code.
        }
        catch (Exception surprise)
        {
            throw new InvalidOperationException($"{surprise.GetType().Name}: {surprise.Message}\n{(what.Length > 4000 ? what[..4000] : what)}", surprise);
        }
    }

    private static string Number(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "1e9";
}
