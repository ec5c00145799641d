using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Kinolux.Cli;
using Kinolux.Core.Faults;
using Kinolux.Restore.Stages;
using Kinolux.Script.Continuity;
using Kinolux.Tests.Cli;

namespace Kinolux.Tests.House;

/// <summary>The pages under docs/reference, written from the catalogues and the command line.</summary>
internal static partial class ReferencePages
{
    private const string Notice = "<!-- Written by ./dev docs from the code. -->\n";

    public static async Task<IReadOnlyDictionary<string, string>> AllAsync() => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["api.md"] = Notice + await ApiPage.WriteAsync(),
        ["commands.md"] = Commands(),
        ["stages.md"] = Stages(),
        ["faults.md"] = Faults(),
        ["rules.md"] = Rules(),
    };

    private static string Commands()
    {
        var page = new StringBuilder($"{Notice}# Commands\n");
        using var silent = new StringWriter();
        var root = CommandLine.Create(new CliContext { Time = TimeProvider.System, Out = silent, Error = silent, GivenPerson = "", OwnFolder = "" });
        foreach (var command in root.Subcommands.Where(command => !command.Hidden).Prepend(root))
        {
            var help = CliRun.Of(command == root ? ["--help"] : [command.Name, "--help"]).Out.ReplaceLineEndings("\n");
            page.Append($"\n## {(command == root ? "kinolux" : $"kinolux {command.Name}")}\n\n```text\n{Trailing().Replace(help, "").Trim()}\n```\n");
        }
        // The program is called after its assembly, which in the tests is the tests'.
        return page.ToString().Replace("Kinolux.Tests ", "kinolux ", StringComparison.Ordinal);
    }

    private static string Stages()
    {
        var page = new StringBuilder($"{Notice}# Restoration stages\n\nIn pipeline order. Set an option with `--set STAGE.OPTION=VALUE`.\n");
        foreach (var stage in StageCatalog.All)
        {
            var info = stage.Info;
            page.Append($"\n## {info.Id}: {info.Title}\n\n{info.Summary} ");
            page.Append($"Runs {(info.OnByDefault ? "by default" : "when asked for")}; version {info.Version}; reads {info.Before} frames before and {info.After} after; proposes {string.Join(", ", info.Kinds.Select(kind => $"`{kind.Id}`"))}.\n\n");
            page.Append("| option | type | range | default | meaning |\n|---|---|---|---|---|\n");
            foreach (var option in OptionSchema.Of(stage).Options)
                page.Append($"| `{option.Name}` | {option.TypeName} | {option.RangeText} | {option.DefaultText} | {option.Description.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
            page.Append($"\n{Own(info.Id)}\n");
        }
        return page.ToString();
    }

    private static string Faults()
    {
        var page = new StringBuilder($"{Notice}# Faults\n\nEvery fault has a code. Exit codes: 1 the work failed, 2 usage or an invalid plan, 3 something required is missing, 130 cancelled. The studio answers with an HTTP status and application/problem+json.\n");
        foreach (var entry in FaultCatalogue.All)
        {
            page.Append($"\n## {entry.Code} {entry.Title}\n\n> {entry.Message}\n>\n> try: {entry.Remedy}\n\n{entry.Cause}\n\nExit code {entry.ExitCode}; the studio answers {entry.Status}.");
            page.Append((entry.Example + entry.Request) is { Length: > 0 } example ? $" For example: `{example}`\n" : "\n");
        }
        return page.ToString();
    }

    private static string Rules()
    {
        var page = new StringBuilder($"{Notice}# Rules of continuity\n\nWhat `kinolux script check` looks for. A finding is a proposal: its confidence is the share of such findings that a careful reader would agree with.\n\nKnowledge, set-ups and props are what notes name: `[[prop: KNIFE]]` where a prop is seen, `[[gone: KNIFE]]` where it is no more, `[[setup: the drawer]]` and `[[payoff: the drawer]]`, `[[learns: ANNA the code]]` and `[[knows: ANNA the code]]`. Props are also what Final Draft's tags and capitals in action name.\n");
        foreach (var rule in ContinuityRules.All)
            page.Append($"\n## {rule.Id}: {rule.Title}\n\n{rule.Says}\n\nBroken:\n\n```fountain\n{rule.Broken.Trim()}\n```\n\nMended:\n\n```fountain\n{rule.Mended.Trim()}\n```\n");
        return page.ToString();
    }

    // The stage's own page, its headings two levels down.
    private static string Own(string id)
    {
        using var stream = typeof(StageCatalog).Assembly.GetManifestResourceStream($"stages/{id}.md");
        Assert.True(stream is not null, $"The stage {id} has no page {id}.md in its folder.");
        using var reader = new StreamReader(stream);
        return Heading().Replace(reader.ReadToEnd().ReplaceLineEndings("\n").Trim(), "##$0");
    }

    [GeneratedRegex(@"^#+ ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[ \t]+$", RegexOptions.Multiline)]
    private static partial Regex Trailing();
}
