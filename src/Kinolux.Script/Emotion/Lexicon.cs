using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;

namespace Kinolux.Script.Emotion;

/// <summary>Words with what they feel like, from worst to best.</summary>
public sealed class Lexicon
{
    private const long MostBytes = 64 << 20;

    private readonly Dictionary<string, List<(string[] Words, double Value)>> _entries = [];

    private Lexicon(string name, bool isEnglish) => (Name, IsEnglish) = (name, isEnglish);

    public string Name { get; }

    /// <summary>True for ours, whose negations and intensifiers are known.</summary>
    public bool IsEnglish { get; }

    /// <summary>AFINN-165 (F. Å. Nielsen, arXiv 1103.2903, 2011), 3,382 English words and phrases; null in a build without it.</summary>
    public static Lexicon? English()
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("web/afinn-165.tsv");
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return Of("AFINN-165", reader.ReadToEnd(), "AFINN-165", isEnglish: true);
    }

    /// <summary>Reads <c>word TAB value</c> lines; empty lines and those that begin with # are none.</summary>
    /// <exception cref="FaultException">KX1424: it cannot be read; KX1425: a line is no word with a number.</exception>
    public static Lexicon Read(string path)
    {
        try
        {
            return Of(Path.GetFileName(path), System.Text.Encoding.UTF8.GetString(WholeFile.Read(path, MostBytes)), path, isEnglish: false);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw FaultException.Of("KX1424", cause, ("file", path), ("why", cause.Message));
        }
    }

    /// <summary>The longest entry that begins at a word: how many words it takes and its value, −1 to 1. No words where there is none.</summary>
    internal (int Words, double Value) At(IReadOnlyList<string> words, int at)
    {
        if (_entries.TryGetValue(words[at], out var entries))
            foreach (var (entry, value) in entries)
                if (at + entry.Length <= words.Count && Fits(words, at, entry))
                    return (entry.Length, value);
        return (0, 0);
    }

    private static bool Fits(IReadOnlyList<string> words, int at, string[] entry)
    {
        for (var i = 1; i < entry.Length; i++)
            if (words[at + i] != entry[i])
                return false;
        return true;
    }

    private static Lexicon Of(string name, string text, string path, bool isEnglish)
    {
        var lexicon = new Lexicon(name, isEnglish);
        List<(string[] Words, double Value)> all = [];
        var number = 0;
        foreach (var line in text.TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            if (line.AsSpan().Trim() is "" or ['#', ..])
                continue;
            var cut = line.IndexOf('\t', StringComparison.Ordinal);
            if (cut < 1 || !double.TryParse(line.AsSpan(cut + 1).Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value) || FeltWords.Of(line[..cut]) is not { Count: > 0 } words)
                throw FaultException.Of("KX1425", ("file", path), ("line", number.ToString(CultureInfo.InvariantCulture)));
            all.Add(([.. words], value));
        }
        // Whatever scale it has, its strongest word is 1.
        var most = all.Select(entry => Math.Abs(entry.Value)).DefaultIfEmpty(1).Max();
        foreach (var (words, value) in all)
            (lexicon._entries.TryGetValue(words[0], out var same) ? same : lexicon._entries[words[0]] = []).Add((words, most > 0 ? value / most : 0));
        foreach (var same in lexicon._entries.Values)
            same.Sort((a, b) => b.Words.Length - a.Words.Length);
        return lexicon;
    }
}
