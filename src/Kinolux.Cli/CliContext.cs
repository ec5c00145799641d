using System.Text.Json;
using System.Text.Json.Nodes;
using Kinolux.Cli.Output;
using Kinolux.Core.Progress;
using Kinolux.Core.Text;
using Kinolux.Restoration;
using Kinolux.Script.Works;
using Kinolux.Work;
using Kinolux.Work.Library;
using Kinolux.Work.Log;
using Spectre.Console;

namespace Kinolux.Cli;

/// <summary>What a command may use of the world outside: writers, the clock, who is asking, and when to stop.</summary>
internal sealed class CliContext
{
    public required TimeProvider Time { get; init; }

    /// <summary>What this program can work on.</summary>
    public Engines Engines { get; init; } = new(new FilmEngine(), new ScriptEngine());

    /// <summary>The work on a document that was begun in its folder; null where there is none, or more than one.</summary>
    public WorkItem? WorkOf(string document) =>
        File.Exists(document) && Path.GetFullPath(document) is var full && new WorkLibrary(Path.GetDirectoryName(full) ?? "", Engines).All().Works.Where(work => work.Source == full && work.IsWorkThere).ToList() is [var only] ? only : null;

    /// <summary>Opens a work folder by its own path, or that of its output or its document.</summary>
    /// <exception cref="Core.Faults.FaultException">As <see cref="Work.Engines.Open"/>.</exception>
    public WorkFolder Open(string path) => Directory.Exists(WorkFolder.For(path)) ? Engines.Open(path) : WorkOf(path)?.Open() ?? Engines.Open(path);

    /// <summary>Standard output: data only.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error: progress, notes, faults.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>True where standard error is a terminal.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Columns of the terminal; tables on standard output are folded to it where that is a terminal.</summary>
    public int Columns { get; init; } = 120;

    /// <summary>Columns that a line of progress may take.</summary>
    public int ProgressColumns { get; init; } = 80;

    /// <summary>Who decides and wishes, where that was given for this run: <c>$KINOLUX_PERSON</c>.</summary>
    public string? GivenPerson { get; init; }

    /// <summary>The person's own folder, where a name is kept.</summary>
    public required string OwnFolder { get; init; }

    /// <summary>Who decides and wishes: as given, else the name that was kept, else the machine's user.</summary>
    public string Person => GivenPerson ?? new PersonName(OwnFolder).Read() ?? Environment.UserName;

    /// <summary>False where nobody gave a name yet.</summary>
    public bool IsPersonKnown => (GivenPerson ?? new PersonName(OwnFolder).Read()) is not null;

    public Interrupts Interrupts { get; init; } = new();

    /// <summary>Cancelled when the work must stop now.</summary>
    public CancellationToken Cancel => Interrupts.Stop;

    /// <summary>True where the command was given <c>--json</c>: exactly one JSON document on standard output.</summary>
    public bool Json { get; set; }

    /// <summary>The command's result: <paramref name="value"/> as JSON, or what <paramref name="people"/> writes.</summary>
    public void Write(object value, Action people)
    {
        if (Json)
            Out.WriteLine(JsonSerializer.Serialize(value, value.GetType(), KinoluxJson.Pretty));
        else
            people();
    }

    /// <summary>A line for people on standard error.</summary>
    public void Note(string line) => Error.WriteLine(line);

    /// <summary>Writes a table to standard output: no frame, no colour.</summary>
    public void Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().NoBorder();
        foreach (var head in heads)
            table.AddColumn(new TableColumn(new Text(head)).PadLeft(0).PadRight(2));
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(cell)));
        var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = Columns;
        console.Write(table);
        foreach (var line in text.ToString().TrimEnd().Split('\n'))
            Out.WriteLine(line.TrimEnd());
    }

    /// <summary>Shows a job's progress on standard error until it is disposed.</summary>
    public ProgressLine Progress() => new(Error, Time, IsTerminal, Json, ProgressColumns);

    /// <summary>Reports a fault the way this run reports: JSON on standard output, or words on standard error.</summary>
    public void Report(Core.Faults.Fault fault)
    {
        if (Json)
        {
            var error = new JsonObject { ["code"] = fault.Code, ["message"] = fault.Message, ["remedy"] = fault.Remedy, ["exit"] = fault.ExitCode };
            if (fault.Details.Length > 0)
                error["details"] = fault.Details;
            Out.WriteLine(new JsonObject { ["error"] = error }.ToJsonString(KinoluxJson.Pretty));
            return;
        }
        Error.WriteLine(fault.ToString());
        foreach (var line in fault.Details.TrimEnd().Split('\n').Where(line => line.Length > 0))
            Error.WriteLine($"  {line.TrimEnd()}");
        if (fault.Remedy.Length > 0)
            Error.WriteLine($"try: {fault.Remedy}");
    }
}
