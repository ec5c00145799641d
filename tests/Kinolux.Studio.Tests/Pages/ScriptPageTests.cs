namespace Kinolux.Studio.Tests.Pages;

/// <summary>A script as a writer uses it, in Chromium: open, write, save, meet another program's changes.</summary>
public sealed class ScriptPageTests
{
    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_long_script_is_written_saved_and_merged_by_keyboard()
    {
        Browser.SkipWithout();
        await using var studio = await ScriptTests.OpenAsync(path => File.WriteAllText(path, LongScript.Text.Replace("\n", "\r\n", StringComparison.Ordinal)));
        var id = (await studio.GetAsync("/api/scripts"))["scripts"]![0]!["id"]!.GetValue<string>();
        await Task.Run(() => Browser.Run("studio.script.test.mjs", $"{studio.Client.BaseAddress}", id, studio.Folder, "tester"));
    }
}
