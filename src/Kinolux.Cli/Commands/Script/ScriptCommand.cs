using System.CommandLine;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;

namespace Kinolux.Cli.Commands.Script;

/// <summary><c>kinolux script …</c>: what is done with screenplays.</summary>
internal static class ScriptCommand
{
    public static Command Create(CliContext context) => new KinoluxCommand("script", "Reads, converts, prints and judges screenplays: Fountain, Final Draft, PDF, stage plays.", "script info story.fountain")
    {
        InfoCommand.Create(context),
        ConvertCommand.Create(context),
        CheckCommand.Create(context),
        CharactersCommand.Create(context),
        ArcCommand.Create(context),
        NetworkCommand.Create(context),
        StoryPrintCommand.Create(context),
        ForecastCommand.Create(context),
        PrintCommand.Create(context),
        ReportCommand.Create(context),
        ShotsCommand.Create(context),
        BoardCommand.Create(context),
        AnimaticCommand.Create(context),
    };

    /// <summary>The script that a command is about.</summary>
    public static Argument<string> Argument() => new("SCRIPT") { Description = "A screenplay: .fountain, .txt, .fdx or .pdf; a stage play: .csv." };

    /// <summary>Names that are one person's.</summary>
    public static Option<string[]> Same() => new("--same") { Description = "Two names that are one person: the name to go by, then the other. May be given again.", HelpName = "\"NAME=OTHER\"" };

    /// <summary>What words feel like, where the script is not English.</summary>
    public static Option<string?> LexiconFile() => new("--lexicon") { Description = "What words feel like, for other languages than English: a word, a tab and a value on each line.", HelpName = "FILE" };

    /// <summary>What a script calls itself, without marks of emphasis; its file name where it does not say.</summary>
    public static string TitleOf(string path, Screenplay script) => PlainTitle.Of(script) ?? Path.GetFileName(path);
}
