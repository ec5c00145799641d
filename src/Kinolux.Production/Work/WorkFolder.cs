using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Core.Text;

namespace Kinolux.Production.Work;

/// <summary>
/// The folder in which a film is worked on, beside its output: <c>plan.json</c>, <c>policy.json</c>, <c>decisions.jsonl</c> and <c>wishes.jsonl</c> are people's to edit;
/// <c>survey/</c>, <c>proposals/</c> and <c>chunks/</c> can be made again from the source; <c>links.jsonl</c> says what was made from what, <c>deliveries/</c> holds what proves it, <c>work.json</c> says for which film and output.
/// One run at a time holds it.
/// </summary>
public sealed class WorkFolder : IDisposable
{
    /// <summary>The plan's file name in every work folder.</summary>
    public const string PlanName = "plan.json";

    private readonly FileStream? _lock;

    private WorkFolder(string path, FileStream? held)
    {
        Path = path;
        _lock = held;
        Decisions = new DecisionLog(DecisionsPath);
        Proposals = new ProposalFolder(File("proposals"));
    }

    public string Path { get; }

    public string PlanPath => File(PlanName);

    public string NotePath => File(WorkNote.FileName);

    public string PolicyPath => File("policy.json");

    public string DecisionsPath => File("decisions.jsonl");

    public string WishesPath => File("wishes.jsonl");

    public string SurveyPath => File("survey");

    public string ChunksPath => File("chunks");

    public string LinksPath => File("links.jsonl");

    public string DeliveriesPath => File("deliveries");

    public DecisionLog Decisions { get; }

    public ProposalFolder Proposals { get; }

    /// <summary>The work folder that belongs to an output: <c>OUT.kinolux</c>; for <c>frames/%06d.dpx</c> the folder's name serves.</summary>
    public static string For(string output) =>
        output.Contains('%', StringComparison.Ordinal)
            ? (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(output)) ?? "frames") + ".kinolux"
            : output + ".kinolux";

    /// <summary>Opens or makes the folder and holds it for this run.</summary>
    /// <exception cref="FaultException">KX4103: another run holds it; KX4001, KX4101: it cannot be written.</exception>
    public static WorkFolder Hold(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            Directory.CreateDirectory(System.IO.Path.Combine(path, "chunks"));
            Directory.CreateDirectory(System.IO.Path.Combine(path, "survey"));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DiskFault.Of(path, cause);
        }
        try
        {
            var work = new WorkFolder(path, new FileStream(System.IO.Path.Combine(path, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            work.Sweep();
            return work;
        }
        catch (IOException cause) when (DiskFault.IsHeld(cause))
        {
            throw FaultException.Of("KX4103", cause, ("path", path));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DiskFault.Of(path, cause);
        }
    }

    /// <summary>Opens a folder to read it and to add decisions, by its own path or that of its output.</summary>
    /// <exception cref="FaultException">KX4102: there is none.</exception>
    public static WorkFolder Open(string path)
    {
        var folder = Directory.Exists(path) && System.IO.File.Exists(System.IO.Path.Combine(path, PlanName)) ? path : For(path);
        return Directory.Exists(folder) ? new WorkFolder(folder, null) : throw FaultException.Of("KX4102", ("path", folder));
    }

    /// <summary>What was made of the chunk with this key.</summary>
    public string ChunkPath(string key) => System.IO.Path.Combine(ChunksPath, key + ".jsonl");

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Everything that can be made again goes; decisions, wishes and policy stay.</summary>
    public void Clear()
    {
        foreach (var folder in (string[])[ChunksPath, SurveyPath, Proposals.Path])
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        foreach (var film in Directory.EnumerateFiles(Path, "*-undone.mkv"))
            System.IO.File.Delete(film);
        System.IO.File.Delete(PlanPath);
        Directory.CreateDirectory(ChunksPath);
        Directory.CreateDirectory(SurveyPath);
    }

    // What a killed run left unfinished. Only runs write these, and this one holds the folder.
    private void Sweep()
    {
        string[] left =
        [
            .. Directory.EnumerateFileSystemEntries(ChunksPath).Concat(Directory.EnumerateFileSystemEntries(SurveyPath)).Where(IsUnfinished),
            .. Directory.EnumerateFiles(Path, "*-undone.mkv.*.part"), .. Directory.EnumerateFiles(Path, PlanName + ".*.tmp"), .. Directory.EnumerateFiles(Path, WorkNote.FileName + ".*.tmp"),
        ];
        foreach (var file in left)
            System.IO.File.Delete(file);
    }

    private static bool IsUnfinished(string file) => file.EndsWith(".tmp", StringComparison.Ordinal) || System.IO.Path.GetFileName(file).Contains(".part", StringComparison.Ordinal);

    /// <summary>The folder's policy, or the standard one where it has none.</summary>
    public Policy Policy() => System.IO.File.Exists(PolicyPath) ? PolicyFile.Read(PolicyPath).Policy ?? StandardPolicy.Value : StandardPolicy.Value;

    /// <summary>People's own wishes.</summary>
    public IReadOnlyList<Proposal> Wishes() => System.IO.File.Exists(WishesPath) ? WishFile.Read(WishesPath) : [];

    public void Dispose() => _lock?.Dispose();
}
