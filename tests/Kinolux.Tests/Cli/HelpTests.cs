using System.CommandLine;
using System.CommandLine.Parsing;
using Kinolux.Cli;
using Kinolux.Restore.Stages;

namespace Kinolux.Tests.Cli;

public sealed class HelpTests
{
    private static readonly RootCommand Root = CommandLine.Create(new CliContext { Time = TimeProvider.System, Out = TextWriter.Null, Error = TextWriter.Null, GivenPerson = "", OwnFolder = "" });

    public static TheoryData<string> Commands => new(All(Root).Select(Path));

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_has_examples_that_it_takes(string path)
    {
        var command = Assert.IsType<KinoluxCommand>(All(Root).Single(command => Path(command) == path));
        Assert.NotEmpty(command.Examples);
        foreach (var example in command.Examples)
        {
            var words = CommandLineParser.SplitCommandLine(example).ToList();
            var parsed = Root.Parse(words);
            Assert.Empty(parsed.Errors);
            // A command that does nothing itself is shown by one of its own.
            var taken = Path(parsed.CommandResult.Command);
            Assert.Equal(path, command.Action is null ? taken[..taken.LastIndexOf(' ')] : taken);
            Assert.Empty(CommandLine.UnknownOption(words, parsed)?.Message ?? "");
            foreach (var stages in command.Options.OfType<Option<string[]>>().Where(option => path is "restore" or "analyse" && option.Name is "--only" or "--skip"))
                Assert.All((parsed.GetValue(stages) ?? []).SelectMany(list => list.Split(',')), id => StageSettings.Find(id));
            foreach (var settings in command.Options.OfType<Option<string[]>>().Where(option => option.Name is "--set"))
                StageSettings.Apply(parsed.GetValue(settings) ?? []);
        }
    }

    [Fact]
    public void The_help_ends_in_the_examples()
    {
        var run = CliRun.Of("stages", "--help");
        Assert.Equal(0, run.Exit);
        Assert.EndsWith("Examples:\n  kinolux stages\n  kinolux stages despeckle\n", run.Out.TrimEnd('\n') + "\n", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stages")]
    [InlineData("models", "add")]
    public void Help_of_a_command_is_what_the_command_says_itself(params string[] words)
    {
        var run = CliRun.Of(["help", .. words]);
        Assert.Equal((0, CliRun.Of([.. words, "--help"]).Out), (run.Exit, run.Out));
    }

    [Fact]
    public void Help_alone_lists_the_commands() => Assert.Equal(CliRun.Of("--help").Out, CliRun.Of("help").Out);

    [Fact]
    public void Help_of_what_is_no_command_leads_on()
    {
        var run = CliRun.Of("help", "restor");
        Assert.Equal(2, run.Exit);
        Assert.Contains("did you mean restore?", run.Error, StringComparison.Ordinal);
    }

    internal static IEnumerable<Command> All(Command command) => command.Subcommands.Where(sub => !sub.Hidden).SelectMany(sub => All(sub).Prepend(sub));

    internal static string Path(Command command) =>
        command.Parents.OfType<Command>().SingleOrDefault() is { } parent and not RootCommand ? $"{Path(parent)} {command.Name}" : command.Name;
}
