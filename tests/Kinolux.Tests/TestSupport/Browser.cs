using Kinolux.Core.Processes;

namespace Kinolux.Tests.TestSupport;

/// <summary>Runs what drives Chromium over a page: a script of <c>web/test</c>, which prints one line for each claim and ends with 1 where one fails.</summary>
internal static class Browser
{
    public static void SkipWithout()
    {
        Assert.SkipUnless(Directory.Exists(Repository.File("web", "node_modules", "playwright-core")), "npm's packages are absent: ./dev test installs them (npm ci in web/)");
        Assert.SkipUnless(Tools.Has("node", "--version") && Tools.Has("chromium", "--version"), "Node.js or Chromium is absent");
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is absent");
    }

    public static void Run(string script, params string[] arguments)
    {
        var run = Tool.Run("node", [Repository.File("web", "test", script), .. arguments]);
        TestContext.Current.TestOutputHelper?.WriteLine(run.Output);
        Assert.True(run.ExitCode == 0, run.Output + run.ErrorTail);
    }
}
