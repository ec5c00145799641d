using System.CommandLine;
using System.CommandLine.Completions;

namespace Kinolux.Cli.Completions;

/// <summary>A command as a shell completes it.</summary>
/// <param name="Path">The words that lead to it, such as <c>models add</c>; empty for the program itself.</param>
/// <param name="Values">What its arguments may be, where that is a list.</param>
internal sealed record CompletedCommand(string Path, IReadOnlyList<(string Name, string Description)> Commands, IReadOnlyList<CompletedOption> Options, IReadOnlyList<string> Values)
{
    /// <summary>The command and all below it, as they are defined.</summary>
    public static IEnumerable<CompletedCommand> All(Command command, string path = "", params IReadOnlyList<Option> inherited)
    {
        List<Option> own = [.. command.Options.Where(option => !option.Hidden), .. inherited];
        var below = command.Subcommands.Where(sub => !sub.Hidden).ToList();
        List<string> values = [.. command.Arguments.SelectMany(argument => CompletedOption.ValuesOf(argument.GetCompletions(CompletionContext.Empty)))];
        return below.SelectMany(sub => All(sub, $"{path} {sub.Name}".Trim(), [.. own.Where(option => option.Recursive)]))
            .Prepend(new CompletedCommand(path, [.. below.Select(sub => (sub.Name, sub.Description ?? ""))], [.. own.Select(CompletedOption.Of)], values));
    }
}
