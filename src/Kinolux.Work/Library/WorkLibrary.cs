using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Work.Links;

namespace Kinolux.Work.Library;

/// <summary>
/// The works of a production folder and of the folders directly in it: every work folder, and every file that an engine takes and that is neither document nor output of one, nor made from one, as the links in its folder say.
/// Ids are looked up in this list alone, so that nothing in an address is ever taken for a path. Thread-safe.
/// </summary>
/// <param name="folder">The production's full path.</param>
public sealed class WorkLibrary(string folder, Engines engines)
{
    private volatile IReadOnlyDictionary<string, WorkItem> _works = new Dictionary<string, WorkItem>();

    /// <summary>The works as the folder has them now, by name, and what is there and cannot be read.</summary>
    public (IReadOnlyList<WorkItem> Works, IReadOnlyList<LeftOut> LeftOut) All()
    {
        List<LeftOut> leftOut = [];
        var works = Scan(leftOut).OrderBy(work => work.Name, StringComparer.OrdinalIgnoreCase).ThenBy(work => work.WorkPath, StringComparer.Ordinal).ToList();
        _works = works.ToDictionary(work => work.Id);
        return (works, leftOut);
    }

    /// <exception cref="FaultException">KX6001: there is no such work.</exception>
    public WorkItem Find(string id)
    {
        if (_works.TryGetValue(id, out var work) && (work.IsSourceThere || work.IsWorkThere))
            return work;
        return All().Works.FirstOrDefault(work => work.Id == id) ?? throw FaultException.Of("KX6001", ("id", id));
    }

    /// <summary>The work on a document, added to the production: its folder is made, so that it is there from now on.</summary>
    /// <param name="source">Full path or pattern.</param>
    /// <param name="own">What the engine adds to the note.</param>
    /// <exception cref="FaultException">KX4101: the folder cannot be written.</exception>
    public WorkItem Add(string source, IEngine engine, JsonObject own)
    {
        var there = All().Works;
        if (there.FirstOrDefault(work => work.Source == source) is { } known)
            return Begin(known);
        var output = OutputFor(source, engine, folder, [.. there.Select(work => work.Output)]);
        return Find(Begin(Item(source, engine, output, WorkFolder.For(output), null), own).Id);
    }

    /// <summary>Makes the work's folder, where it has none yet, so that the command line goes on with the same work.</summary>
    /// <exception cref="FaultException">KX4101: the folder cannot be written.</exception>
    public static WorkItem Begin(WorkItem item, JsonObject? own = null)
    {
        if (WorkNote.TryRead(item.WorkPath) is not null)
            return item;
        using var work = WorkFolder.Hold(item.WorkPath, item.Engine.Documents);
        new WorkNote(item.Engine.Documents.Name, item.Source, item.Output, own ?? []).Write(work);
        return item;
    }

    private IEnumerable<WorkItem> Scan(List<LeftOut> leftOut)
    {
        var folders = WorkFiles.Folders(folder).Where(folder => CanBeListed(folder, leftOut)).ToList();
        var works = folders.SelectMany(WorkFiles.WorkFolders).Select(work => Noted(work, leftOut)).OfType<WorkItem>().ToList();
        var taken = works.SelectMany(work => new LinkLog(new ClosedFolder(work.WorkPath)).Read().Select(link => link.Made).Append(work.Source).Append(work.Output)).ToHashSet(StringComparer.Ordinal);
        // A work folder is one document's, whatever its note says of the output.
        var outputs = works.SelectMany(work => new[] { work.Output, Path.ChangeExtension(work.WorkPath, null) }).ToHashSet(StringComparer.Ordinal);
        foreach (var file in folders.SelectMany(WorkFiles.In).Where(file => !taken.Contains(file) && !taken.Contains(Path.GetDirectoryName(file) ?? "")))
            if (engines.For(file) is { } engine)
            {
                var output = OutputFor(file, engine, Path.GetDirectoryName(file) ?? folder, outputs);
                outputs.Add(output);
                works.Add(Item(file, engine, output, WorkFolder.For(output), null));
            }
        return works.GroupBy(work => work.Name).SelectMany(same => same.Count() == 1 ? same : same.Select(work => work with { Name = Path.GetFileNameWithoutExtension(work.WorkPath) }));
    }

    private static bool CanBeListed(string folder, List<LeftOut> leftOut)
    {
        try
        {
            _ = Directory.EnumerateFileSystemEntries(folder).Any();
            return true;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            leftOut.Add(new LeftOut(Path.GetFileName(folder), cause.Message));
            return false;
        }
    }

    private WorkItem? Noted(string work, List<LeftOut> leftOut)
    {
        try
        {
            if (WorkNote.Read(work) is not { } note)
                return null;
            if (engines.Find(note.Engine) is not { } engine)
                throw FaultException.Of("KX4110", ("path", work), ("engine", note.Engine));
            // A work that made nothing has no output yet; its folder may be called after the document itself.
            var output = note.Output ?? (Path.ChangeExtension(work, null) is var named && !File.Exists(named) ? named : OutputFor(note.Source, engine, Path.GetDirectoryName(work) ?? "", []));
            return Item(note.Source, engine, output, work, note);
        }
        catch (FaultException cause)
        {
            leftOut.Add(new LeftOut(Path.GetFileName(work), cause.Fault.Message));
            return null;
        }
    }

    // NAME.restored.mkv, or with the whole of the document's name where that is another's already, or with a number.
    private static string OutputFor(string source, IEngine engine, string folder, IReadOnlyCollection<string> taken)
    {
        var name = NumberedPictures.NameOf(source);
        return Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{name} {number}").Prepend(Path.GetFileName(source)).Prepend(name)
            .Select(name => Path.Combine(folder, engine.OutputName(name))).First(place => !taken.Contains(place) && !File.Exists(place));
    }

    private WorkItem Item(string source, IEngine engine, string output, string work, WorkNote? note) =>
        new(IdOf(work), NumberedPictures.NameOf(source), engine, source, output, work, note);

    private string IdOf(string work) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, work))))[..12];
}
