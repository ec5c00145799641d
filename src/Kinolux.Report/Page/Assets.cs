namespace Kinolux.Report;

/// <summary>The page's own files, built in <c>web/</c> and embedded.</summary>
internal static class Assets
{
    public static string Page { get; } = Text("report.html");

    public static void CopyTo(string folder)
    {
        foreach (var name in new[] { "report.js", "report.css" })
            File.WriteAllText(Path.Combine(folder, name), Text(name));
    }

    private static string Text(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream("web/" + name) ?? throw new InvalidOperationException($"The build left {name} out.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
