using System.CommandLine;
using Kinolux.Core.Faults;

namespace Kinolux.Cli.Commands;

/// <summary><c>kinolux install [--undo]</c>: a link in <c>~/.local/bin</c>, so that <c>kinolux</c> is found from anywhere.</summary>
internal static class InstallCommand
{
    public static Command Create(CliContext context)
    {
        var undo = new Option<bool>("--undo") { Description = "Take the link away again." };
        var command = new KinoluxCommand("install", "Puts kinolux on the PATH: a link in ~/.local/bin to this program. What is there and is not Kinolux's stays.", "install", "install --undo") { undo };
        command.SetAction(parsed =>
        {
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
            var link = new ProgramLink(Path.Combine(home, ".local", "bin", "kinolux"));
            if (parsed.GetValue(undo))
            {
                var removed = link.Remove();
                context.Write(new { Link = link.Path, Removed = removed }, () => context.Out.WriteLine(removed ? $"{link.Path} is gone" : $"there is no {link.Path}"));
                return 0;
            }
            var program = ProgramLink.Program;
            link.Make(program);
            var first = First();
            var reached = first is not null && Path.GetFullPath(first) == link.Path;
            context.Write(new { Link = link.Path, Program = program, OnPath = reached }, () =>
            {
                context.Out.WriteLine($"{link.Path} starts {program}");
                if (!reached)
                    context.Out.WriteLine(first is not null && OnPath(link.Path)
                        ? $"but {first} comes first on the PATH"
                        : "its folder is not on the PATH yet; put this line into ~/.profile and log in again: export PATH=\"$HOME/.local/bin:$PATH\"");
            });
            return 0;
        });
        return command;
    }

    private static string[] Folders => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static string? First() => Folders.Select(folder => Path.Combine(folder, "kinolux")).FirstOrDefault(File.Exists);

    private static bool OnPath(string link) => Folders.Any(folder => Path.TrimEndingDirectorySeparator(folder) == Path.GetDirectoryName(link));
}
