namespace Kinolux.Bench.Scripts.Lint;

/// <summary>A script with one slip in it, or with none.</summary>
/// <param name="Name">For people.</param>
/// <param name="Rule">The rule that it breaks; of a clean script, what is tricky.</param>
/// <param name="Lines">The lines, from 0, at which the slip may be reported; none in a clean script.</param>
internal sealed record FaultyScript(string Name, string Rule, string Text, IReadOnlySet<int> Lines)
{
    private const string Part = "=== ";
    private const char Mark = '§';

    /// <summary>The scripts of a file: each begins at a line <c>=== number rule</c>, and <c>§</c> stands before lines at which the slip may be reported.</summary>
    public static IReadOnlyList<FaultyScript> ReadSet(string path)
    {
        List<FaultyScript> scripts = [];
        List<string> lines = [];
        var head = "";
        foreach (var line in File.ReadLines(path).Append(Part))
        {
            if (!line.StartsWith(Part, StringComparison.Ordinal))
            {
                lines.Add(line);
                continue;
            }
            if (head.Split(' ', 2) is [var number, var rule])
                scripts.Add(Of($"{Path.GetFileNameWithoutExtension(path)} {number}", rule, lines));
            head = line[Part.Length..].Trim();
            lines.Clear();
        }
        return scripts;
    }

    private static FaultyScript Of(string name, string rule, IEnumerable<string> marked)
    {
        // A title page is only read where nothing is above it.
        List<string> lines = [.. marked.SkipWhile(line => line.Length == 0)];
        var places = Enumerable.Range(0, lines.Count).Where(i => lines[i].StartsWith(Mark)).ToHashSet();
        return new FaultyScript(name, rule, string.Join('\n', lines.Select(line => line.TrimStart(Mark))).TrimEnd() + "\n", places);
    }
}
