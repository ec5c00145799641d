using System.CommandLine;
using Kinolux.Core.Files;
using Kinolux.Core.Text;
using Kinolux.Script.Files;
using Kinolux.Script.Pages;
using Kinolux.Script.Print;

namespace Kinolux.Cli.Commands.Script;

/// <summary><c>kinolux script print SCRIPT -o OUT.pdf|html</c>: pages to hand out.</summary>
internal static class PrintCommand
{
    public static Command Create(CliContext context)
    {
        var script = ScriptCommand.Argument();
        var output = new Option<string>("--output", "-o") { Description = "The file: .pdf has the pages of the field, .html is read on a screen and prints.", HelpName = "OUT", Required = true };
        var paper = new Option<string>("--paper") { Description = "letter (54 lines, as the field counts pages) or a4 (58 lines).", HelpName = "PAPER", DefaultValueFactory = _ => "letter" };
        paper.AcceptOnlyFromAmong("letter", "a4");
        var overwrite = new Option<bool>("--overwrite") { Description = "Replaces what exists." };
        var command = new KinoluxCommand("print", "Prints a script: 12 point Courier, no heading or cue alone at a page's foot. What is not printed (notes, sections, boneyard) is left out.", "script print story.fountain -o story.pdf", "script print story.fountain -o story.pdf --paper a4", "script print story.fountain -o story.html --overwrite") { script, output, paper, overwrite };
        command.SetAction(parsed => Print(context, parsed.GetRequiredValue(script), parsed.GetRequiredValue(output), parsed.GetValue(paper) == "a4" ? ScriptPaper.A4 : ScriptPaper.Letter, parsed.GetValue(overwrite)));
        return command;
    }

    private static int Print(CliContext context, string source, string output, ScriptPaper paper, bool overwrite)
    {
        var isPdf = OutputFile.Ending(output, ".pdf", ".html") == ".pdf";
        OutputFile.Check(output, overwrite, source);
        var file = ScriptFile.Read(source);
        var pages = ScriptPages.Of(file.Script, paper);
        IReadOnlyDictionary<System.Text.Rune, int> missing = new Dictionary<System.Text.Rune, int>();
        if (isPdf)
            missing = ScriptPdf.Write(output, file.Script, pages, File.GetLastWriteTimeUtc(source));
        else
            AtomicFile.WriteText(output, ScriptHtml.Of(file.Script, paper));
        var unseen = string.Join(' ', missing.Select(one => one.Key.ToString()));
        context.Write(
            new { Output = output, Pages = pages.Pages.Count, Paper = pages.Paper, Scenes = pages.Scenes.Count, HasTitlePage = file.Script.Title.Count > 0, NotInAnyFont = unseen },
            () =>
            {
                context.Out.WriteLine($"{output}: {Counted.Of(pages.Pages.Count, "page")}");
                if (unseen.Length > 0)
                    context.Out.WriteLine($"No font here has these characters; they are empty boxes: {unseen}");
            });
        return 0;
    }
}
