using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Work.Links;
using Kinolux.Work.Log;
using Kinolux.Work.Proposals;

namespace Kinolux.Work;

/// <summary>
/// The folder in which an engine works on a document, beside its output: <c>work.json</c> says for which document and output, <c>proposals/</c> holds what was proposed,
/// <c>review.jsonl</c> what people decided, <c>links.jsonl</c> what was made from what, <c>deliveries/</c> what proves each output. All else in it is its engine's own.
/// One run at a time holds it.
/// </summary>
public sealed class WorkFolder : IDisposable
{
    /// <summary>What a work folder's name ends in.</summary>
    public const string Ending = ".kinolux";

    // Folders of before there were notes have a plan.
    private static readonly string[] Marks = [WorkNote.FileName, "plan.json", "proposals"];

    private readonly FileStream? _lock;

    private WorkFolder(ClosedFolder files, DocumentType documents, FileStream? held)
    {
        (Files, Documents, _lock) = (files, documents, held);
        Log = new ReviewLog(files, documents.Takes);
        Proposals = new ProposalFolder(files.At("proposals"));
        Links = new LinkLog(files);
    }

    /// <summary>What it is a work on.</summary>
    public DocumentType Documents { get; }

    public string Path => Files.Path;

    /// <summary>Everything in it.</summary>
    public ClosedFolder Files { get; }

    public string NotePath => Files.At(WorkNote.FileName);

    /// <summary>What was made from what.</summary>
    public LinkLog Links { get; }

    /// <summary>What proves each delivery.</summary>
    public ClosedFolder Deliveries => Files.Folder("deliveries");

    /// <summary>What people decided, wished, ruled and took back.</summary>
    public ReviewLog Log { get; }

    public ProposalFolder Proposals { get; }

    /// <summary>The work folder that belongs to an output: <c>OUT.kinolux</c>; for files of a pattern such as <c>frames/%06d.dpx</c> their folder's name serves.</summary>
    public static string For(string output) =>
        NumberedPictures.IsPattern(output)
            ? (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(output)) ?? "frames") + Ending
            : output + Ending;

    /// <summary>The folder meant by its own path or that of its output.</summary>
    /// <exception cref="FaultException">KX4102: there is none.</exception>
    public static string Find(string path)
    {
        var folder = Directory.Exists(path) && Marks.Any(mark => System.IO.Path.Exists(System.IO.Path.Combine(path, mark))) ? path : For(path);
        return Directory.Exists(folder) ? folder : throw FaultException.Of("KX4102", ("path", folder));
    }

    /// <summary>Opens or makes the folder and holds it for a run; what a killed one left unfinished in what every engine has goes.</summary>
    /// <exception cref="FaultException">KX4103: another run holds it; KX4001, KX4101: it cannot be written; KX4107: it, or what it holds, is a link.</exception>
    public static WorkFolder Hold(string path, DocumentType documents)
    {
        var folder = ClosedFolder.NoLink(path);
        folder.Make();
        try
        {
            var work = new WorkFolder(folder, documents, new FileStream(folder.At(".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            work.Deliveries.RemoveAll("*.tmp", ".????????????.????????.part*");
            folder.RemoveAll(WorkNote.FileName + ".*.tmp", "proposals.next*");
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
    public static WorkFolder Open(string path, DocumentType documents) => new(ClosedFolder.NoLink(Find(path)), documents, null);

    /// <summary>True where an output of that name was delivered from a work folder.</summary>
    public static bool HasDelivered(string work, string output) => File.Exists(new ClosedFolder(work).At("deliveries", DeliveryName(output)));

    /// <summary>What to throw where nothing proves an output.</summary>
    public FaultException NothingDelivered(string? output) => FaultException.Of("KX4105", ("path", Path), ("output", output ?? "OUT"));

    /// <summary>In <c>deliveries/</c>, what proves an output.</summary>
    public static string DeliveryName(string output) => System.IO.Path.GetFileName(output) + ".json";

    public void Dispose() => _lock?.Dispose();
}
