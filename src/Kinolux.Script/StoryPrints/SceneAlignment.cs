using Kinolux.Script.Model;
using Kinolux.Script.People;

namespace Kinolux.Script.StoryPrints;

/// <summary>
/// Finds the scenes of two drafts that are the same scene: those whose likeness sums up to most among all that leave the order as it is
/// (a weighed longest common subsequence; Needleman and Wunsch, "A general method applicable to the search for similarities", 1970).
/// </summary>
internal static class SceneAlignment
{
    // Of a table of half a gigabyte; nobody compares scripts of 8,000 scenes.
    private const long MostPairs = 64_000_000;

    // Scenes under different headings are one where half of their paragraphs are.
    private const double LeastAlike = 0.5;

    /// <summary>Pairs of indices in order; and whether both say the same.</summary>
    public static List<(int First, int Second, bool IsSame)> Of(Cast first, Cast second)
    {
        var (a, b) = (Prints(first), Prints(second));
        var before = 0;
        while (before < Math.Min(a.Count, b.Count) && a[before].IsSame(b[before]))
            before++;
        var after = 0;
        while (after < Math.Min(a.Count, b.Count) - before && a[^(after + 1)].IsSame(b[^(after + 1)]))
            after++;
        List<(int, int, bool)> pairs = [.. Enumerable.Range(0, before).Select(i => (i, i, true))];
        pairs.AddRange(Between(a[before..(a.Count - after)], b[before..(b.Count - after)]).Select(pair => (pair.First + before, pair.Second + before, pair.IsSame)));
        pairs.AddRange(Enumerable.Range(0, after).Select(i => (a.Count - after + i, b.Count - after + i, true)));
        return pairs;
    }

    private static List<(int First, int Second, bool IsSame)> Between(List<Print> a, List<Print> b)
    {
        if ((long)a.Count * b.Count is 0 or > MostPairs)
            return [];
        var best = new double[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
            for (var j = b.Count - 1; j >= 0; j--)
                best[i, j] = Math.Max(Math.Max(best[i + 1, j], best[i, j + 1]), a[i].Likeness(b[j]) is > 0 and var likeness ? likeness + best[i + 1, j + 1] : 0);
        List<(int, int, bool)> pairs = [];
        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
            if (a[i].Likeness(b[j]) is > 0 and var likeness && best[i, j] == likeness + best[i + 1, j + 1])
            {
                pairs.Add((i, j, a[i].IsSame(b[j])));
                (i, j) = (i + 1, j + 1);
            }
            else if (best[i, j] == best[i + 1, j])
                i++;
            else
                j++;
        return pairs;
    }

    private static List<Print> Prints(Cast cast) =>
    [
        .. cast.Passages.Select(passage =>
        {
            var texts = new List<string>();
            for (var i = passage.First; i < passage.End; i++)
                if (cast.Script.Elements[i] is { Kind.IsPrinted: true } element && element.Kind != ElementKind.SceneHeading)
                    texts.Add($"{element.Kind} {element.Text}");
            return new Print(passage.Scene?.Heading.Text ?? "", texts);
        }),
    ];

    /// <summary>What a scene says.</summary>
    private sealed class Print(string heading, List<string> texts)
    {
        private readonly Dictionary<string, int> _counts = texts.CountBy(text => text).ToDictionary();

        public string Heading { get; } = heading;

        public List<string> Texts { get; } = texts;

        public bool IsSame(Print other) => Heading == other.Heading && Texts.SequenceEqual(other.Texts);

        /// <summary>0 for two scenes, 1 for the same.</summary>
        public double Likeness(Print other)
        {
            var both = 0;
            foreach (var (text, count) in _counts)
                if (other._counts.TryGetValue(text, out var others))
                    both += Math.Min(count, others);
            // By Dice: of all paragraphs, those that are in both.
            var alike = Texts.Count + other.Texts.Count == 0 ? 1 : 2.0 * both / (Texts.Count + other.Texts.Count);
            return Heading == other.Heading ? 0.5 + (alike / 2) : alike >= LeastAlike ? alike / 2 : 0;
        }
    }
}
