namespace Kinolux.Tests.House;

/// <summary>docs/reference is written from the code; <c>./dev docs</c> runs this with KINOLUX_DOCS=write.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public async Task The_reference_pages_are_fresh()
    {
        var folder = Repository.File("docs", "reference");
        var pages = await ReferencePages.AllAsync();
        if (Environment.GetEnvironmentVariable("KINOLUX_DOCS") == "write")
        {
            Directory.CreateDirectory(folder);
            foreach (var stray in Directory.GetFiles(folder, "*.md").Where(file => !pages.ContainsKey(Path.GetFileName(file))))
                File.Delete(stray);
            foreach (var (name, text) in pages)
                File.WriteAllText(Path.Combine(folder, name), text);
        }
        foreach (var (name, text) in pages)
        {
            var path = Path.Combine(folder, name);
            Assert.True(File.Exists(path) && File.ReadAllText(path) == text, $"docs/reference/{name} is stale: run ./dev docs and commit what it writes.");
        }
    }
}
