using System.CommandLine;
using System.CommandLine.Completions;

namespace Kinolux.Cli.Completions;

/// <summary>An option as a shell completes it.</summary>
/// <param name="Names">Such as <c>--output</c> and <c>-o</c>.</param>
/// <param name="Values">What it may be, where that is a list; else a file is offered.</param>
/// <param name="IsList">True where several may be given, parted by commas.</param>
internal sealed record CompletedOption(IReadOnlyList<string> Names, string Description, bool TakesValue, IReadOnlyList<string> Values, bool IsList)
{
    public static CompletedOption Of(Option option)
    {
        var takesValue = option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool);
        return new CompletedOption(
            [.. option.Aliases.Prepend(option.Name).Where(name => name.StartsWith('-') && name != "-?").Distinct()], option.Description ?? "", takesValue,
            takesValue ? ValuesOf(option.GetCompletions(CompletionContext.Empty)) : [], option.ValueType == typeof(string[]) && !option.AllowMultipleArgumentsPerToken);
    }

    // An enum's values are offered twice, one of them as the code has it.
    public static IReadOnlyList<string> ValuesOf(IEnumerable<CompletionItem> items) => [.. items.Select(item => item.Label.ToLowerInvariant()).Distinct()];
}
