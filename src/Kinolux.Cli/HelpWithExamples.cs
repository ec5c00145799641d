using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Kinolux.Cli;

/// <summary>What <c>--help</c> prints: usage and options as System.CommandLine writes them, then the command's examples.</summary>
internal sealed class HelpWithExamples(HelpAction usage) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parsed)
    {
        var exit = usage.Invoke(parsed);
        if (parsed.CommandResult.Command is not KinoluxCommand { Examples: { Count: > 0 } examples })
            return exit;
        var output = parsed.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in examples)
            output.WriteLine($"  kinolux {example}");
        output.WriteLine();
        return exit;
    }
}
