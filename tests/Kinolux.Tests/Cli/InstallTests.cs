using Kinolux.Core.Processes;

namespace Kinolux.Tests.Cli;

public sealed class InstallTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    private string Link => _home.File(".local/bin/kinolux");

    public void Dispose() => _home.Dispose();

    [Fact]
    public void It_makes_a_link_that_starts_kinolux_and_takes_it_away_again()
    {
        var made = Run("kinolux install");
        Assert.Equal(0, made.ExitCode);
        Assert.Equal(Repository.File("kinolux"), new FileInfo(Link).LinkTarget);
        Assert.Contains("export PATH=", made.Output, StringComparison.Ordinal);
        Assert.Equal(0, Run("kinolux install").ExitCode);
        Assert.Equal(0, Run("kinolux install --undo").ExitCode);
        Assert.Null(new FileInfo(Link).LinkTarget);
        Assert.Equal(0, Run("kinolux install --undo").ExitCode);
    }

    [Fact]
    public void It_says_nothing_of_the_path_where_it_is_found_there_and_names_what_comes_before_it()
    {
        Assert.DoesNotContain("PATH", Run("PATH=\"$HOME/.local/bin:$PATH\" kinolux install").Output, StringComparison.Ordinal);
        Directory.CreateDirectory(_home.File("first"));
        File.WriteAllText(_home.File("first/kinolux"), "");
        Assert.Contains($"but {_home.File("first/kinolux")} comes first", Run("PATH=\"$HOME/first:$HOME/.local/bin:$PATH\" kinolux install").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_another_kinolux_or_to_one_that_is_gone_is_replaced()
    {
        Directory.CreateDirectory(_home.File(".local/bin"));
        foreach (var older in (string[])["gone/kinolux", "older/kinolux"])
        {
            File.Delete(Link);
            File.CreateSymbolicLink(Link, _home.File(older));
            Assert.Equal(0, Run("kinolux install").ExitCode);
            Assert.Equal(Repository.File("kinolux"), new FileInfo(Link).LinkTarget);
            Directory.CreateDirectory(_home.File("older/models"));
            File.WriteAllText(_home.File("older/models/denoise-gray.json"), "");
            File.WriteAllText(_home.File("older/kinolux"), "");
        }
    }

    [Theory]
    [InlineData("echo mine > .local/bin/kinolux")]
    [InlineData("echo mine > kinolux; ln -s \"$PWD/kinolux\" .local/bin/kinolux")]
    [InlineData("ln -s /bin/sh .local/bin/kinolux")]
    [InlineData("mkdir .local/bin/kinolux")]
    public void What_is_not_ours_stays(string theirs)
    {
        Directory.CreateDirectory(_home.File(".local/bin"));
        Assert.Equal(0, Tool.Run("sh", ["-c", theirs], workingDirectory: _home.Path).ExitCode);
        var before = Tool.Run("ls", ["-lR", "--full-time", _home.File(".local/bin")]).Output;
        foreach (var line in (string[])["kinolux install", "kinolux install --undo"])
        {
            var run = Run(line);
            Assert.Equal(2, run.ExitCode);
            Assert.Contains("KX2020", run.ErrorTail, StringComparison.Ordinal);
        }
        Assert.Equal(before, Tool.Run("ls", ["-lR", "--full-time", _home.File(".local/bin")]).Output);
    }

    private ToolResult Run(string line) => KinoluxProgram.Run(_home.Path, $"export HOME=\"{_home.Path}\"; {line}");
}
