using Kinolux.Cli;
using Kinolux.Restoration;
using Kinolux.Script.Works;
using Kinolux.Work;

namespace Kinolux.Tests.Cli;

/// <summary>A command line run in this process: its exit code and what it wrote.</summary>
internal sealed record CliRun(int Exit, string Out, string Error)
{
    public static CliRun Of(params string[] arguments) => Of(new Engines(new FilmEngine(), new ScriptEngine()), arguments);

    /// <param name="engines">What the program can work on.</param>
    public static CliRun Of(Engines engines, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var context = new CliContext { Engines = engines, Time = TimeProvider.System, Out = output, Error = error, GivenPerson = "tester", OwnFolder = "" };
        var exit = CommandLine.Run(arguments, context);
        return new CliRun(exit, output.ToString(), error.ToString());
    }
}
