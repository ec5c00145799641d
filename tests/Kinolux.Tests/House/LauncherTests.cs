using Kinolux.Core.Processes;

namespace Kinolux.Tests.House;

/// <summary>The launcher in a folder of its own, with stand-ins for dotnet and apt-get that write down how they are called.</summary>
public sealed class LauncherTests : IDisposable
{
    private static readonly string[] Basics = ["sh", "readlink", "dirname", "find", "id", "env", "mkdir", "touch", "mv", "cat", "flock", "rm", "sleep"];
    private readonly TemporaryFolder _folder = new();

    public LauncherTests()
    {
        Directory.CreateDirectory(_folder.File("tree/src/Kinolux.Core"));
        Directory.CreateDirectory(_folder.File("bin"));
        File.Copy(Repository.File("kinolux"), _folder.File("tree/kinolux"));
        Directory.CreateDirectory(_folder.File("tree/web/src"));
        Directory.CreateDirectory(_folder.File("tree/web/dist"));
        foreach (var name in (string[])["Directory.Build.props", "Directory.Packages.props", "global.json", "src/Kinolux.Core/A.cs", "src/Kinolux.Core/B.cs", "web/build.mjs", "web/package-lock.json", "web/src/page.ts", "web/dist/built"])
            File.WriteAllText(_folder.File($"tree/{name}"), "");
        foreach (var name in Basics)
            File.CreateSymbolicLink(_folder.File($"bin/{name}"), Tool.Run("sh", ["-c", $"command -v {name}"]).Output.Trim());
        Program("ffmpeg", "");
        Program("ffprobe", "");
        Program("dotnet", $$"""
            echo "dotnet $1" >> {{_folder.Path}}/calls
            if [ "$1" = build ]; then
                mkdir -p {{_folder.Path}}/tree/artifacts/bin/Kinolux.Cli/release
                touch {{_folder.Path}}/tree/artifacts/bin/Kinolux.Cli/release/kinolux.dll {{_folder.Path}}/tree/artifacts/bin/Kinolux.Cli/release/Kinolux.Studio.dll
                echo "noise of the build"
            else
                shift
                for word in "$@"; do echo "<$word>"; done
            fi
            """);
        Program("apt-get", $"echo apt-get \"$@\" >> {_folder.Path}/calls");
        Program("sudo", "exec \"$@\"");
    }

    private string[] Calls => File.Exists(_folder.File("calls")) ? [.. File.ReadAllLines(_folder.File("calls")).Select(line => line.StartsWith("dotnet /", StringComparison.Ordinal) ? "run" : line)] : [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_builds_first_and_then_only_runs()
    {
        var first = Launch("tree/kinolux", "stages", "two words", "*");
        Assert.Equal("<stages>\n<two words>\n<*>\n", first.Output);
        Assert.Contains("building", first.ErrorTail, StringComparison.Ordinal);
        var second = Launch("tree/kinolux");
        Assert.Equal("", second.Output + second.ErrorTail);
        Assert.Equal(["dotnet build", "run", "run"], Calls);
    }

    [Fact]
    public void A_source_that_is_newer_or_gone_makes_it_build()
    {
        Launch("tree/kinolux");
        Age();
        Launch("tree/kinolux");
        Assert.Single(Calls, "dotnet build");
        File.WriteAllText(_folder.File("tree/src/Kinolux.Core/A.cs"), "changed");
        Launch("tree/kinolux");
        Age();
        File.Delete(_folder.File("tree/src/Kinolux.Core/B.cs"));
        Launch("tree/kinolux");
        Assert.Equal(3, Calls.Count(call => call == "dotnet build"));
    }

    [Theory]
    [InlineData("web/src/page.ts")]
    [InlineData("web/dist/built")]
    public void A_page_that_is_newer_makes_it_build(string file)
    {
        Launch("tree/kinolux");
        Age();
        Launch("tree/kinolux");
        Assert.Single(Calls, "dotnet build");
        File.WriteAllText(_folder.File($"tree/{file}"), "changed");
        Launch("tree/kinolux");
        Assert.Equal(2, Calls.Count(call => call == "dotnet build"));
    }

    [Fact]
    public void Without_pages_one_line_says_so_and_the_rest_works()
    {
        File.Delete(_folder.File("tree/web/dist/built"));
        var first = Launch("tree/kinolux", "stages");
        Assert.Single(first.ErrorTail.Split('\n'), line => line.Contains("Node.js", StringComparison.Ordinal));
        Assert.Equal("<stages>\n", first.Output);
        Assert.Equal("", Launch("tree/kinolux", "stages").ErrorTail);
    }

    [Fact]
    public void It_works_through_a_link_from_anywhere()
    {
        File.CreateSymbolicLink(_folder.File("bin/kx"), _folder.File("tree/kinolux"));
        Assert.Equal("<doctor>\n", Launch("bin/kx", "doctor").Output);
    }

    [Fact]
    public void What_is_missing_is_installed_once_with_clear_words()
    {
        File.Delete(_folder.File("bin/ffprobe"));
        var result = Launch("tree/kinolux", "doctor");
        Assert.Equal("<doctor>\n", result.Output);
        Assert.Contains("ffmpeg is missing; installing it", result.ErrorTail, StringComparison.Ordinal);
        Assert.Equal(["apt-get update -qq", "apt-get install -y -qq --no-install-recommends ffmpeg fonts-dejavu-core fonts-courier-prime espeak-ng", "dotnet build", "run"], Calls);
    }

    [Fact]
    public void Without_dotnet_it_says_what_to_do()
    {
        File.Delete(_folder.File("bin/dotnet"));
        var result = Launch("tree/kinolux");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains(".NET 10 SDK", result.ErrorTail, StringComparison.Ordinal);
    }

    // As if what was built had been built a while ago.
    private void Age()
    {
        var stamp = _folder.File("tree/artifacts/kinolux.built");
        File.SetLastWriteTimeUtc(stamp, File.GetLastWriteTimeUtc(stamp).AddSeconds(-2));
        foreach (var path in Directory.GetFileSystemEntries(_folder.File("tree"), "*", SearchOption.AllDirectories).Where(path => !path.Contains("/artifacts", StringComparison.Ordinal)))
            File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(stamp).AddSeconds(-2));
    }

    private void Program(string name, string body)
    {
        File.WriteAllText(_folder.File($"bin/{name}"), $"#!/bin/sh\n{body}\n");
        Tool.Run("chmod", ["755", _folder.File($"bin/{name}")]);
    }

    private ToolResult Launch(string launcher, params string[] arguments) =>
        Tool.Run("env", [$"PATH={_folder.File("bin")}", _folder.File(launcher), .. arguments], workingDirectory: Path.GetTempPath());
}
