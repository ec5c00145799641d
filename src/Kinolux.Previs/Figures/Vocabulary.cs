namespace Kinolux.Previs.Figures;

/// <summary>What words of a description mean. The words themselves are in <c>vocabulary.txt</c>.</summary>
internal sealed class Vocabulary
{
    /// <summary>The most words that mean something together.</summary>
    public const int Longest = 4;

    private readonly Dictionary<string, List<Meaning>> _meanings = [];

    private Vocabulary(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var colon = line.LastIndexOf(" :", StringComparison.Ordinal);
            var kind = line[..line.IndexOf(' ')];
            var value = line[kind.Length..colon].Trim();
            foreach (var phrase in line[(colon + 2)..].Split(',', StringSplitOptions.TrimEntries))
                (_meanings.TryGetValue(phrase, out var known) ? known : _meanings[phrase] = []).Add(new(kind, value));
        }
    }

    /// <summary>The words that ship.</summary>
    public static Vocabulary Shipped { get; } = Load();

    /// <summary>What a phrase means, in lower case with single spaces; empty where it means nothing known.</summary>
    public IReadOnlyList<Meaning> Of(string phrase) =>
        _meanings.TryGetValue(phrase, out var known) ? known
        : phrase.Length > 3 && phrase[^1] == 's' && _meanings.TryGetValue(phrase[..^1], out known) ? known : [];

    private static Vocabulary Load()
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream("figures/vocabulary.txt") ?? throw new InvalidOperationException("the build left figures/vocabulary.txt out");
        using var reader = new StreamReader(stream);
        return new(reader);
    }

    /// <summary>One meaning of a phrase.</summary>
    internal readonly record struct Meaning(string Kind, string Value);
}
