using Kinolux.Core.Processes;

namespace Kinolux.Tests.House;

/// <summary>What builds the pages, in a folder of its own.</summary>
public sealed class WebBuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public WebBuildTests()
    {
        Directory.CreateDirectory(_folder.File("web/src"));
        Directory.CreateDirectory(_folder.File("bin"));
        foreach (var name in (string[])["build.sh", "build.mjs", "package.json", "package-lock.json", "tsconfig.json"])
            File.Copy(Repository.File("web", name), _folder.File($"web/{name}"));
        foreach (var name in (string[])["sh", "dirname", "readlink", "mkdir", "touch"])
            Link(name);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_Node_one_line_says_so_and_the_build_goes_on()
    {
        var result = Build();
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("web: Node.js is missing; the pages of the studio and of reports are left out\n", result.Output);
        Assert.False(Directory.Exists(_folder.File("web/dist")));
    }

    [Fact]
    public void Packages_that_cannot_be_had_leave_the_pages_out_and_none_are_asked_for_where_nothing_may_be_installed()
    {
        Assert.SkipUnless(Tools.Has("node", "--version"), "Node.js is absent");
        Link("node");
        File.WriteAllText(_folder.File("bin/npm"), $"#!/bin/sh\necho npm \"$@\" >> {_folder.Path}/calls; exit 1\n");
        Tool.Run("chmod", ["755", _folder.File("bin/npm")]);
        var result = Build();
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("web: npm ci did not work (artifacts/web.log says why); the pages of the studio and of reports are left out\n", result.Output);
        Assert.Equal("web: npm's packages are missing, and nothing may be installed; the pages of the studio and of reports are left out\n", Build("KINOLUX_NO_INSTALL=1").Output);
        Assert.Equal(["npm ci --no-audit --no-fund"], File.ReadAllLines(_folder.File("calls")));
    }

    private void Link(string name) => File.CreateSymbolicLink(_folder.File($"bin/{name}"), Tool.Run("sh", ["-c", $"command -v {name}"]).Output.Trim());

    private ToolResult Build(params string[] variables) => Tool.Run("env", [$"PATH={_folder.File("bin")}", .. variables, "sh", _folder.File("web/build.sh")]);
}
