using System.CommandLine;
using Kinolux.Cli.Completions;

namespace Kinolux.Cli.Commands;

/// <summary><c>kinolux completion bash|zsh|fish</c>: a script that completes command lines in that shell.</summary>
internal static class CompletionCommand
{
    public static Command Create(CliContext context)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new KinoluxCommand("completion", "Prints a script that lets a shell complete commands, options and their values.", "completion bash", "completion zsh", "completion fish") { shell };
        command.SetAction(parsed =>
        {
            List<CompletedCommand> commands = [.. CompletedCommand.All(parsed.RootCommandResult.Command)];
            var name = parsed.GetRequiredValue(shell);
            var script = name switch { "bash" => CompletionScripts.Bash(commands), "zsh" => CompletionScripts.Zsh(commands), _ => CompletionScripts.Fish(commands) };
            context.Write(new { Shell = name, Script = script }, () => context.Out.Write(script));
            return 0;
        });
        return command;
    }
}
