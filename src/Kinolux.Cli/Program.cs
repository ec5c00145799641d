using System.Runtime.InteropServices;
using System.Text;
using Kinolux.Cli;
using Kinolux.Work.Log;

#pragma warning disable RS0030 // The one place that talks to the terminal.
var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var output = new StreamWriter(Console.OpenStandardOutput(), encoding, 16384);
var errors = new StreamWriter(Console.OpenStandardError(), encoding) { AutoFlush = true };
var interrupts = new Interrupts();
var context = new CliContext
{
    Time = TimeProvider.System,
    Out = output,
    Error = errors,
    IsTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "dumb"),
    Columns = Console.IsOutputRedirected ? 160 : Math.Max(60, Console.WindowWidth),
    ProgressColumns = Console.IsOutputRedirected ? 80 : Console.WindowWidth,
    GivenPerson = Environment.GetEnvironmentVariable("KINOLUX_PERSON") is { Length: > 0 } person ? person : null,
    OwnFolder = PersonName.OwnFolder,
    Interrupts = interrupts,
};
#pragma warning restore RS0030
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = interrupts.Ask());
using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    interrupts.End();
});
return CommandLine.RunToTheEnd(args, context);
