using System.Runtime.CompilerServices;

namespace Kinolux.Tests.TestSupport;

/// <summary>Where the repository is, and the real material beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The folder of real films, pictures and clips; null where it is absent, and then the tests that need it skip.</summary>
    public static string? SharedData { get; } =
        Path.GetFullPath(Path.Combine(Root, "..", "shared", "data")) is var folder && Directory.Exists(folder) ? folder : null;

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A file or folder of the real material; skips the calling test, saying so, where it is absent.</summary>
    public static string Shared(params string[] parts)
    {
        var path = SharedData is null ? null : Path.Combine([SharedData, .. parts]);
        Assert.SkipUnless(path is not null && Path.Exists(path), $"the real material is absent: ../shared/data/{string.Join('/', parts)}");
        return path ?? "";
    }

    /// <summary>The C# files under a folder.</summary>
    public static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(File(folder), "*.cs", SearchOption.AllDirectories).Order();

    /// <summary>Every text file of the repository that people write.</summary>
    public static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(Root, path).Split('/').Any(part => part is "artifacts" or "node_modules" or ".git" or "dist" or ".vs"))
            .Where(path => Path.GetExtension(path) is ".cs" or ".md" or ".csproj" or ".props" or ".json" or ".ts" or ".css" or ".html" or ".txt" or ".py" or ".sh" or ".slnx" or "")
            .Order();

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder, "Kinolux.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests run from a checkout.");
    }
}
