using Kinolux.Core.Processes;

namespace Kinolux.Tests.Cli;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("rest", "restore", "kinolux")]
    [InlineData("a", "add", "kinolux", "models")]
    [InlineData("--outp", "--output", "kinolux", "restore", "film.mkv")]
    [InlineData("desp", "despeckle", "kinolux", "restore", "film.mkv", "--only")]
    [InlineData("stains,desp", "stains,despeckle", "kinolux", "restore", "film.mkv", "--only")]
    [InlineData("ba", "balanced", "kinolux", "analyse", "film.mkv", "--quality")]
    [InlineData("scr", "scratch", "kinolux", "review", "out.mkv", "--accept")]
    [InlineData("desp", "despeckle", "kinolux", "stages")]
    [InlineData("warn", "warning", "kinolux", "verify", "out.mkv", "--fail-on")]
    [InlineData("cle", "", "kinolux", "restore")]
    [InlineData("cle", "", "kinolux", "restore", "film.mkv", "-o")]
    public void Bash_completes_what_is_there(string begun, string whole, params string[] before)
    {
        Assert.SkipUnless(Has("bash"), "bash is not installed");
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("kinolux.bash"), CliRun.Of("completion", "bash").Out);
        var words = string.Join(' ', before.Append(begun).Select(word => $"'{word}'"));
        var result = Tool.Run("bash", ["-c", $"source kinolux.bash; COMP_WORDS=({words}); COMP_CWORD={before.Length}; _kinolux; echo \"${{COMPREPLY[*]}}\""], workingDirectory: folder.Path);
        Assert.Equal((0, whole + "\n", ""), (result.ExitCode, result.Output, result.ErrorTail));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public void A_script_knows_every_command_and_option_and_its_shell_reads_it(string shell)
    {
        var script = CliRun.Of("completion", shell).Out;
        foreach (var command in HelpTests.All(Kinolux.Cli.CommandLine.Create(new() { Time = TimeProvider.System, Out = TextWriter.Null, Error = TextWriter.Null, OwnFolder = "" })))
            foreach (var option in command.Options.Where(option => !option.Hidden))
                Assert.Contains(script.Split('\n'), line => line.Contains(command.Name, StringComparison.Ordinal) && line.Contains(shell == "fish" ? $"-l {option.Name[2..]}" : option.Name, StringComparison.Ordinal));
        Assert.SkipUnless(Has(shell), $"{shell} is not installed");
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("script"), script);
        var result = Tool.Run(shell, ["-n", folder.File("script")]);
        Assert.Equal((0, ""), (result.ExitCode, result.ErrorTail));
    }

    private static bool Has(string shell) => Tool.Run("sh", ["-c", $"command -v {shell}"]).ExitCode == 0;
}
