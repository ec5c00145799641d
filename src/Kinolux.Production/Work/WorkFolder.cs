using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Review;
using Kinolux.Core.Text;
using Kinolux.Media;

namespace Kinolux.Production.Work;

/// <summary>
/// The folder in which a film is worked on, beside its output: <c>plan.json</c> is people's to edit, <c>review.jsonl</c> holds what they decided;
/// <c>survey/</c>, <c>proposals/</c> and <c>chunks/</c> can be made again from the source; <c>links.jsonl</c> says what was made from what, <c>deliveries/</c> holds what proves it, <c>work.json</c> says for which film and output.
/// One run at a time holds it.
/// </summary>
public sealed class WorkFolder : IDisposable
{
    /// <summary>The plan's file name in every work folder.</summary>
    public const string PlanName = "plan.json";

    private readonly ClosedFolder _folder;
    private readonly FileStream? _lock;

    private WorkFolder(string path, ClosedFolder folder, FileStream? held)
    {
        Path = path;
        _folder = folder;
        _lock = held;
        Log = new ReviewLog(folder);
        Proposals = new ProposalFolder(File("proposals"));
    }

    public string Path { get; }

    public string PlanPath => File(PlanName);

    public string NotePath => File(WorkNote.FileName);

    /// <summary>What the first pass found.</summary>
    public ClosedFolder Survey => _folder.Folder("survey");

    public string SurveyPath => Survey.Path;

    /// <summary>Finished chunks.</summary>
    public ClosedFolder Chunks => _folder.Folder("chunks");

    public string ChunksPath => Chunks.Path;

    public string LinksPath => File("links.jsonl");

    /// <summary>What proves each delivery.</summary>
    public ClosedFolder Deliveries => _folder.Folder("deliveries");

    public string DeliveriesPath => Deliveries.Path;

    /// <summary>What people decided, wished, ruled and took back.</summary>
    public ReviewLog Log { get; }

    public ProposalFolder Proposals { get; }

    /// <summary>The work folder that belongs to an output: <c>OUT.kinolux</c>; for <c>frames/%06d.dpx</c> the folder's name serves.</summary>
    public static string For(string output) =>
        Film.IsPattern(output)
            ? (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(output)) ?? "frames") + ".kinolux"
            : output + ".kinolux";

    /// <summary>The work folder of an analysis, which has no output: <c>FILM.kinolux</c> where the command runs; for <c>frames/%06d.dpx</c> <c>frames.kinolux</c>.</summary>
    public static string ForAnalysis(string film) => System.IO.Path.GetFileName(Film.IsPattern(film) ? For(film) : film + ".kinolux");

    /// <summary>Opens or makes the folder and holds it for this run.</summary>
    /// <exception cref="FaultException">KX4103: another run holds it; KX4001, KX4101: it cannot be written; KX4107: it, or what it holds, is a link.</exception>
    public static WorkFolder Hold(string path)
    {
        var folder = ClosedFolder.NoLink(path);
        folder.Make();
        folder.Make("chunks");
        folder.Make("survey");
        try
        {
            var work = new WorkFolder(path, folder, new FileStream(folder.At(".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
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
    /// <exception cref="FaultException">KX4102: there is none; KX4107: it is a link.</exception>
    public static WorkFolder Open(string path)
    {
        var folder = Directory.Exists(path) && System.IO.File.Exists(System.IO.Path.Combine(path, PlanName)) ? path : For(path);
        return Directory.Exists(folder) ? new WorkFolder(folder, ClosedFolder.NoLink(folder), null) : throw FaultException.Of("KX4102", ("path", folder));
    }

    /// <summary>What was made of the chunk with this key.</summary>
    public string ChunkPath(string key) => Chunks.At(key + ".jsonl");

    /// <summary>The path of a file or folder in it.</summary>
    /// <exception cref="FaultException">KX4107: it is a link, or the name is none.</exception>
    public string File(string name) => _folder.At(name);

    /// <summary>Everything that can be made again goes; what people said stays.</summary>
    public void Clear()
    {
        _folder.RemoveAll("chunks", "survey", "proposals", "proposals.next*", "*-undone.*", PlanName);
        _folder.Make("chunks");
        _folder.Make("survey");
    }

    // What a killed run left unfinished. Only runs write these, and this one holds the folder.
    private void Sweep()
    {
        foreach (var folder in (ClosedFolder[])[Chunks, Survey])
            folder.RemoveAll("*.tmp", "*.part*");
        Deliveries.RemoveAll("*.tmp", ".????????????.????????.part*");
        _folder.RemoveAll("*-undone.mkv.*.part", "*-undone.*.tmp", PlanName + ".*.tmp", WorkNote.FileName + ".*.tmp", "proposals.next*");
    }

    public void Dispose() => _lock?.Dispose();
}
