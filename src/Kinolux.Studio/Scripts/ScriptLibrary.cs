using System.Text;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Script.Files;
using Kinolux.Script.Fountain;
using Kinolux.Script.Works;
using Kinolux.Studio.Works;
using Kinolux.Work;
using Kinolux.Work.Library;

namespace Kinolux.Studio.Scripts;

/// <summary>The scripts among the works of the production.</summary>
internal sealed class ScriptLibrary(StudioSettings settings, WorkLibrary works)
{
    private const string Ending = ".fountain";

    /// <summary>The scripts as the folder has them now, by name, and what is there and cannot be read.</summary>
    public (IReadOnlyList<WorkItem> Works, IReadOnlyList<LeftOut> LeftOut) All()
    {
        var (all, leftOut) = works.All();
        return ([.. all.Where(work => work.Engine is ScriptEngine)], leftOut);
    }

    /// <exception cref="FaultException">KX6001: there is no such script; KX6074: its file is elsewhere.</exception>
    public StudioScript Find(string id) => works.Find(id) is { Engine: ScriptEngine } work ? Of(work) : throw FaultException.Of("KX6001", ("id", id));

    /// <summary>A script of the production.</summary>
    /// <exception cref="FaultException">KX6074: its file is outside it. A work folder that came from elsewhere may name any file.</exception>
    public StudioScript Of(WorkItem work)
    {
        var folder = new ClosedFolder(settings.Folder);
        var names = Path.GetRelativePath(folder.Path, work.Source).Split(Path.DirectorySeparatorChar);
        if (Path.IsPathRooted(names[0]) || names.Contains("..") || !ScriptFile.Takes(work.Source))
            throw FaultException.Of("KX6074", ("script", work.Name));
        return new StudioScript(work, folder.At(names));
    }

    /// <summary>Begins a script: a file with a title page.</summary>
    /// <exception cref="FaultException">KX6050: it cannot be a name.</exception>
    public StudioScript Begin(string name, string author)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw FaultException.Of("KX6050", ("name", name));
        var clean = FileName.Clean(Path.GetExtension(name) == Ending ? name : name + Ending, settings.Engines);
        return Put(clean, $"Title: {Path.GetFileNameWithoutExtension(clean)}\nCredit: Written by\nAuthor: {author}\n\n");
    }

    /// <summary>Writes a script of another format as Fountain beside it.</summary>
    public StudioScript SaveAsFountain(StudioScript script)
    {
        var (file, _) = script.Read();
        return file.Format == ScriptFormat.Fountain ? script : Put(Path.ChangeExtension(Path.GetFileName(script.Path), Ending), FountainWriter.Write(file.Script).Text, Path.GetDirectoryName(script.Path));
    }

    // What is there is never written over.
    private StudioScript Put(string name, string text, string? folder = null)
    {
        var place = FileName.Free(folder ?? settings.Folder, name);
        AtomicFile.Write(place, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        return Of(works.All().Works.First(work => work.Source == place));
    }
}
