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

    [Fact]
    [Trait("Category", "Slow")]
    public async Task What_a_script_tells_is_looked_at_beside_its_text()
    {
        Browser.SkipWithout();
        await using var studio = await ScriptTests.OpenAsync(path =>
        {
            LongScript.Put(path);
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(path)!, "second.fountain"), LongScript.Text.Replace("EXT. HARBOUR - NIGHT", "INT. CAVE - NIGHT", StringComparison.Ordinal));
        });
        var id = (await studio.GetAsync("/api/scripts"))["scripts"]!.AsArray().Single(script => script!["file"]!.GetValue<string>() == "story.fountain")!["id"]!.GetValue<string>();
        await Task.Run(() => Browser.Run("studio.story.test.mjs", $"{studio.Client.BaseAddress}", id));
    }
}
