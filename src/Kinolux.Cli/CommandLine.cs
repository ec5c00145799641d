using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Reflection;
using Kinolux.Cli.Commands;
using Kinolux.Cli.Commands.Script;
using Kinolux.Core.Faults;
using Kinolux.Core.Text;

namespace Kinolux.Cli;

/// <summary>The command line of <c>kinolux</c>: every command, and the one place where faults become words and exit codes.</summary>
internal static class CommandLine
{
    /// <summary>The exit code of work that was cancelled.</summary>
    public const int Cancelled = 130;

    private static readonly Option<bool> Json = new("--json") { Description = "One JSON document on standard output, also for a fault.", Recursive = true };

    public static string Version { get; } =
        typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    public static RootCommand Create(CliContext context)
    {
        var root = new RootCommand("Kinolux, an open film restoration studio. kinolux help COMMAND says what one does, with examples. Exit codes: 0 done, 1 the work failed, 2 usage, 3 something required is missing, 130 cancelled.")
        {
            Json,
            ProbeCommand.Create(context),
            StagesCommand.Create(context),
            SurveyCommand.Create(context),
            RestoreCommand.CreateRestore(context),
            RestoreCommand.CreateAnalyse(context),
            ReviewCommand.Create(context),
            WhyCommand.Create(context),
            VerifyCommand.Create(context),
            ExportCommand.Create(context),
            DegradeCommand.Create(context),
            EvaluateCommand.Create(context),
            DemoCommand.Create(context),
            ScriptCommand.Create(context),
            ModelsCommand.Create(context),
            StudioCommand.Create(context),
            DoctorCommand.Create(context),
            InstallCommand.Create(context),
            CompletionCommand.Create(context),
            HelpCommand.Create(context),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction?)help.Action ?? new HelpAction());
        var version = new Option<bool>("--version") { Description = "Shows the version." };
        root.Options.Remove(root.Options.OfType<VersionOption>().Single());
        root.Options.Add(version);
        root.SetAction(parsed =>
        {
            if (parsed.GetValue(version))
                context.Write(new { Version }, () => context.Out.WriteLine(Version));
            else
                root.Parse("--help").Invoke(parsed.InvocationConfiguration);
            return 0;
        });
        return root;
    }

    /// <summary>Runs one command line, writes what is left of its output and returns its exit code, also where nobody takes what it says.</summary>
    public static int RunToTheEnd(IReadOnlyList<string> arguments, CliContext context)
    {
        try
        {
            var exit = Run(arguments, context);
            context.Out.Flush();
            return exit;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return Untold(cause, context);
        }
    }

    // A full disk or a reader that went away under standard output is told on standard error; where that is gone too, the exit code alone says it.
    private static int Untold(Exception cause, CliContext context)
    {
        var fault = DiskFault.IsFull(cause) ? DiskFault.Full("standard output").Fault : FaultException.Of("KX4101", ("path", "standard output"), ("why", cause.Message)).Fault;
        try
        {
            context.Json = false;
            context.Report(fault);
        }
        catch (Exception again) when (again is IOException or UnauthorizedAccessException)
        {
            // Nobody is left to tell.
        }
        return fault.ExitCode;
    }

    /// <summary>Runs one command line and returns its exit code.</summary>
    public static int Run(IReadOnlyList<string> arguments, CliContext context)
    {
        context.Json = arguments.TakeWhile(argument => argument != "--").Contains("--json");
        UnexpectedFault.Prepare();
        try
        {
            var root = Create(context);
            var parsed = root.Parse(arguments);
            if (parsed.Errors.Count > 0)
                throw Usage(root, parsed);
            if (UnknownOption(arguments, parsed) is { } unknown)
                throw unknown;
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = context.Out, Error = context.Error });
        }
        // What is torn down when the work stops may fail in any way.
        catch (Exception) when (context.Interrupts.Asked)
        {
            context.Report(FaultException.Of("KX5002").Fault);
            return Cancelled;
        }
        catch (FaultException fault)
        {
            context.Report(fault.Fault);
            return fault.Fault.ExitCode;
        }
        catch (OperationCanceledException)
        {
            context.Report(FaultException.Of("KX5002").Fault);
            return Cancelled;
        }
        catch (Exception surprise)
        {
            var fault = UnexpectedFault.Explain(surprise);
            context.Report(fault);
            return fault.ExitCode;
        }
    }

    private static FaultException Usage(RootCommand root, ParseResult parsed)
    {
        var command = string.Join(' ', Path(parsed.CommandResult).Select(result => result.Command == root ? "kinolux" : result.Command.Name));
        var known = parsed.CommandResult.Command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name).ToList();
        if (known.Count > 0 && parsed.UnmatchedTokens is [var word, ..] && !word.StartsWith('-'))
            return FaultException.Of("KX2002", ("word", word), ("command", command), ("hint", Nearest.Hint(word, known)));
        return FaultException.Of("KX2001", ("problem", parsed.Errors[0].Message.TrimEnd('.').ReplaceLineEndings(" ")), ("command", command));
    }

    // An argument that looks like an option is one that was misspelt; a film with such a name is given after "--" or as ./-name.
    internal static FaultException? UnknownOption(IReadOnlyList<string> arguments, ParseResult parsed)
    {
        if (arguments.Contains("--"))
            return null;
        var word = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value).FirstOrDefault(value => value.StartsWith('-') && value.Length > 1);
        if (word is null)
            return null;
        var command = parsed.CommandResult.Command;
        var known = command.Options.Select(option => option.Name).Append("--json");
        return FaultException.Of("KX2001", ("problem", $"there is no option {word}{Nearest.Hint(word, known)}"), ("command", $"kinolux {command.Name}"));
    }

    private static IEnumerable<CommandResult> Path(CommandResult result)
    {
        var path = new Stack<CommandResult>();
        for (SymbolResult? at = result; at is not null; at = at.Parent)
            if (at is CommandResult command)
                path.Push(command);
        return path;
    }
}
