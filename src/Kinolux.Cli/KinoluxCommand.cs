using System.CommandLine;

namespace Kinolux.Cli;

/// <summary>A command with what its help ends in: lines that a person may type.</summary>
/// <param name="examples">Without the word <c>kinolux</c> before them.</param>
internal sealed class KinoluxCommand(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;
}
