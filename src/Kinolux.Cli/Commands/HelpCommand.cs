using System.CommandLine;
using Kinolux.Core.Faults;
using Kinolux.Core.Text;

namespace Kinolux.Cli.Commands;

/// <summary><c>kinolux help [COMMAND]</c>: the same as <c>kinolux COMMAND --help</c>.</summary>
internal static class HelpCommand
{
    public static Command Create(CliContext context)
    {
        var words = new Argument<string[]>("COMMAND") { HelpName = "COMMAND", Description = "A command, such as restore or models add; all of them where none is given.", Arity = ArgumentArity.ZeroOrMore };
        var command = new KinoluxCommand("help", "Says what a command does, with its options and examples.", "help restore", "help models add") { words };
        words.CompletionSources.Add(_ => command.Parents.OfType<Command>().Single().Subcommands.Select(sub => new System.CommandLine.Completions.CompletionItem(sub.Name)));
        command.SetAction(parsed =>
        {
            var root = parsed.RootCommandResult.Command;
            var path = Path(root, parsed.GetValue(words) ?? []);
            var text = new StringWriter();
            root.Parse([.. path, "--help"]).Invoke(new InvocationConfiguration { Output = text, Error = text });
            context.Write(new { Command = string.Join(' ', path.Prepend("kinolux")), Help = $"{text}" }, () => context.Out.Write(text));
            return 0;
        });
        return command;
    }

    private static List<string> Path(Command root, IReadOnlyList<string> words)
    {
        var (at, path) = (root, new List<string>());
        foreach (var word in words)
        {
            at = at.Subcommands.FirstOrDefault(sub => sub.Name == word)
                ?? throw FaultException.Of("KX2002", ("word", word), ("command", string.Join(' ', path.Prepend("kinolux"))), ("hint", Nearest.Hint(word, at.Subcommands.Select(sub => sub.Name))));
            path.Add(word);
        }
        return path;
    }
}
