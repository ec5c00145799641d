using System.CommandLine;

namespace Kinolux.Cli.Commands.Script;

/// <summary><c>kinolux script …</c>: what is done with screenplays.</summary>
internal static class ScriptCommand
{
    public static Command Create(CliContext context) => new KinoluxCommand("script", "Reads, converts, prints and judges screenplays: Fountain and Final Draft.", "script info story.fountain")
    {
        InfoCommand.Create(context),
    };

    /// <summary>The script that a command is about.</summary>
    public static Argument<string> Argument() => new("SCRIPT") { Description = "A screenplay: .fountain, .txt or .fdx." };
}
