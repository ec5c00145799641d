namespace Kinolux.Bench.Scripts.HeldBack;

/// <summary>Scripts written one by one, parted by lines <c>%%% rule: title</c>; <c>rule/other</c> where two rules say the same of it.</summary>
internal static class HandSet
{
    private const string Part = "%%% ";

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Scripts", "HeldBack", "Texts");

    /// <summary>Scripts in which one thing is wrong.</summary>
    public static IReadOnlyList<Fault> Broken() =>
    [
        .. Parts("broken.fountain").Select(part => new Fault(part.Title[..part.Title.IndexOf(':', StringComparison.Ordinal)].Split('/'), part.Title, MarkedText.Of(part.Lines))),
    ];

    /// <summary>Tricky scripts in which nothing is wrong.</summary>
    public static IReadOnlyList<CleanScript> Clean() => [.. Parts("clean.fountain").Select(part => new CleanScript(part.Title, string.Join('\n', part.Lines)))];

    /// <summary>Scripts of some scenes, in which nothing is wrong, for faults to be put into.</summary>
    public static IReadOnlyList<CleanScript> Whole() =>
    [
        .. Directory.EnumerateFiles(Folder, "*.fountain").Where(path => Path.GetFileName(path) is not ("broken.fountain" or "clean.fountain")).Order(StringComparer.Ordinal)
            .Select(path => new CleanScript(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))),
    ];

    private static IEnumerable<(string Title, List<string> Lines)> Parts(string file)
    {
        List<(string Title, List<string> Lines)> parts = [];
        foreach (var line in File.ReadLines(Path.Combine(Folder, file)))
            if (line.StartsWith(Part, StringComparison.Ordinal))
                parts.Add((line[Part.Length..], []));
            else
                parts[^1].Lines.Add(line);
        return parts;
    }
}
