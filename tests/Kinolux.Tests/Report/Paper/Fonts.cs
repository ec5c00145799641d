namespace Kinolux.Tests.Report.Paper;

/// <summary>What this machine has of the fonts that paper is set in; tests that miss one skip and say so.</summary>
internal static class Fonts
{
    public static void Need(params string[] packages)
    {
        foreach (var package in packages)
            Assert.SkipUnless(Directory.Exists(FolderOf(package)), $"{package} is not installed");
    }

    private static string FolderOf(string package) => package switch
    {
        "fonts-courier-prime" => "/usr/share/fonts/opentype/courier-prime",
        "fonts-noto-cjk" => "/usr/share/fonts/opentype/noto",
        _ => "/usr/share/fonts/truetype/dejavu",
    };
}
