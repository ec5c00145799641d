using Kinolux.Core.Faults;

namespace Kinolux.Work;

/// <summary>The engines that a program has. The one list: commands, jobs, addresses and pages are made from it.</summary>
public sealed class Engines(params IReadOnlyList<IEngine> all)
{
    public IReadOnlyList<IEngine> All => all;

    public IEngine? Find(string name) => all.FirstOrDefault(engine => engine.Documents.Name == name);

    /// <summary>The engine that works on files of such a name; null where none does.</summary>
    public IEngine? For(string source) => all.FirstOrDefault(engine => engine.Takes(source));

    /// <summary>Opens a work folder, by its own path or that of its output, as the engine's that it is of.</summary>
    /// <exception cref="FaultException">KX4102: there is none; KX4107: it is a link; KX4110: it is of an engine that is not here.</exception>
    public WorkFolder Open(string path)
    {
        var folder = WorkFolder.Find(path);
        var name = WorkNote.TryRead(folder)?.Engine ?? WorkNote.FirstEngine;
        return WorkFolder.Open(folder, Find(name)?.Documents ?? throw FaultException.Of("KX4110", ("path", folder), ("engine", name)));
    }
}
