using System.CommandLine;
using System.Globalization;
using Kinolux.Script.Files;

namespace Kinolux.Cli.Commands.Script;

/// <summary><c>kinolux script convert IN -o OUT</c>: the script in another format, and what that cannot hold.</summary>
internal static class ConvertCommand
{
    public static Command Create(CliContext context)
    {
        var script = ScriptCommand.Argument();
        var output = new Option<string>("--output", "-o") { Required = true, Description = "The new file: .fountain or .fdx says its format.", HelpName = "FILE" };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replaces what exists." };
        var command = new KinoluxCommand("convert", "Writes a script in another format and lists what that cannot hold; in its own format the same bytes.", "script convert story.fdx -o story.fountain", "script convert story.fountain -o story.fdx --json") { script, output, overwrite };
        command.SetAction(parsed =>
        {
            var file = ScriptFile.Read(parsed.GetRequiredValue(script));
            var path = parsed.GetRequiredValue(output);
            var losses = ScriptConversion.Write(file, path, parsed.GetValue(overwrite));
            context.Write(
                new { Script = file.Path, file.Format, Output = path, OutputFormat = ScriptConversion.FormatOf(path), Scenes = file.Script.Scenes.Count, Losses = losses.Select(loss => new { loss.Kind, loss.Count, Line = loss.Line + 1 }) },
                () =>
                {
                    context.Out.WriteLine(losses.Count == 0 ? $"{path}: all of it" : $"{path}: what its format cannot hold:");
                    foreach (var loss in losses)
                        context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {loss.Count} x {loss.Kind} (first in line {loss.Line + 1})"));
                });
            return 0;
        });
        return command;
    }
}
