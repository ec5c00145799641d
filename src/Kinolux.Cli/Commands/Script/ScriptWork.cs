using Kinolux.Script.Works;
using Kinolux.Work;

namespace Kinolux.Cli.Commands.Script;

/// <summary>The work on a script that a command reads: the one that is kept beside it, or one for this command alone, which is removed after it. Nothing is written beside a script that nobody asked for.</summary>
internal sealed class ScriptWork(string path, string? temporary = null) : IDisposable
{
    private static readonly ScriptEngine Engine = new();

    public static ScriptWork Of(CliContext context, string source)
    {
        if (context.WorkOf(source) is { } kept)
            return new ScriptWork(kept.WorkPath);
        var folder = Directory.CreateTempSubdirectory("kinolux-script-").FullName;
        return new ScriptWork(Path.Combine(folder, "script" + WorkFolder.Ending), folder);
    }

    public void Run(CliContext context, string source, string? output, IProgress<Core.Progress.JobProgress>? progress)
    {
        var full = Path.GetFullPath(source);
        Engine.Run(new EngineRun(path, full, Path.GetFullPath(output ?? Engine.OutputName(full)), Engine.Verbs[output is null ? 0 : 1].Id, [], false, context.Person, context.Time), progress, context.Cancel);
    }

    public WorkFolder Open() => WorkFolder.Open(path, Engine.Documents);

    public void Dispose()
    {
        if (temporary is not null)
            Directory.Delete(temporary, recursive: true);
    }
}
