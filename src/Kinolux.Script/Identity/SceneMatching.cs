namespace Kinolux.Script.Identity;

/// <summary>Tells which scene of a script is which of its last version: scenes may have been rewritten, renamed, moved, put in and taken out.</summary>
internal static class SceneMatching
{
    // Less than this in common is another scene. Two scenes between the same people in one place share about a tenth of their pairs of words.
    private const double Least = 0.35;

    // Scenes looked at for all exchanges: beyond that order alone tells, since nearly all are one text.
    private const int MostLooks = 1 << 22;

    /// <summary>A scene that another may be as well: of the new version, or one of the old that is nowhere in the new.</summary>
    public readonly record struct Other(bool IsNew, int Index);

    /// <returns>For each new scene the index of the old one, -1 for none; and new scenes that may as well be others.</returns>
    public static (int[] Old, IReadOnlyList<(int Scene, Other Other)> Alike) Find(IReadOnlyList<SceneText> before, IReadOnlyList<SceneText> after)
    {
        var match = new Match(before, after);
        match.Unique();
        match.InOrder();
        match.Moved();
        match.InPlace();
        return (match.Old, match.Alike());
    }

    private sealed class Match
    {
        private readonly IReadOnlyList<SceneText> _before, _after;
        private readonly bool[] _taken;

        public Match(IReadOnlyList<SceneText> before, IReadOnlyList<SceneText> after)
        {
            (_before, _after, _taken) = (before, after, new bool[before.Count]);
            Old = new int[after.Count];
            Array.Fill(Old, -1);
        }

        public int[] Old { get; }

        // A text that is once in both is the same scene, wherever it went.
        public void Unique()
        {
            var old = _before.Index().GroupBy(scene => scene.Item).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.First().Index);
            foreach (var same in _after.Index().GroupBy(scene => scene.Item).Where(same => same.Count() == 1))
                if (old.TryGetValue(same.Key, out var index))
                    Take(same.First().Index, index);
        }

        public void InOrder()
        {
            var (olds, news) = (Free(_taken), Free([.. Old.Select(old => old >= 0)]));
            // Most scripts change in one spot: what is equal at both ends needs no comparing.
            var head = 0;
            for (; head < Math.Min(olds.Count, news.Count) && _before[olds[head]].Equals(_after[news[head]]); head++)
                Take(news[head], olds[head]);
            var tail = 0;
            for (; tail < Math.Min(olds.Count, news.Count) - head && _before[olds[^(tail + 1)]].Equals(_after[news[^(tail + 1)]]); tail++)
                Take(news[^(tail + 1)], olds[^(tail + 1)]);
            foreach (var (old, scene) in OrderedMatching.Find(olds.Count - head - tail, news.Count - head - tail, (i, j) => _before[olds[head + i]].Likeness(_after[news[head + j]]), Least))
                Take(news[head + scene], olds[head + old]);
        }

        // What is left went elsewhere: the most alike first, and the nearer of two that are as alike.
        public void Moved()
        {
            var (olds, news) = (Free(_taken), Free([.. Old.Select(old => old >= 0)]));
            if ((long)olds.Count * news.Count > OrderedMatching.MostCompared)
                return;
            List<(double Likeness, int New, int Old)> pairs = [];
            foreach (var i in news)
                foreach (var j in olds)
                    if (_before[j].Likeness(_after[i]) is >= Least and var likeness)
                        pairs.Add((likeness, i, j));
            foreach (var (_, scene, old) in pairs.OrderByDescending(pair => pair.Likeness).ThenBy(pair => Math.Abs(pair.New - pair.Old)).ThenBy(pair => pair.New))
                if (Old[scene] < 0 && !_taken[old])
                    Take(scene, old);
        }

        // A scene written from scratch under its heading, in its place.
        public void InPlace()
        {
            for (var i = 0; i < Old.Length; i++)
                if (Old[i] < 0 && (i == 0 ? -1 : Old[i - 1]) + 1 is var old && (i == 0 || old > 0) && old < _before.Count && !_taken[old] && _before[old].HasHeadingOf(_after[i]))
                    Take(i, old);
        }

        /// <summary>Scenes of equal text which could change names at no cost: as much would be in common, and as few would have moved.</summary>
        public IReadOnlyList<(int Scene, Other Other)> Alike()
        {
            var kept = Kept(Old);
            List<(int, Other)> alike = [];
            if (Old.Length == 0 || (kept == Old.Length && kept == _before.Count))
                return alike;
            foreach (var (scene, other) in Exchanges().Take(MostLooks / Old.Length))
            {
                var changed = (int[])Old.Clone();
                changed[scene] = other.IsNew ? Old[other.Index] : other.Index;
                if (other.IsNew)
                    changed[other.Index] = Old[scene];
                if (Kept(changed) >= kept)
                    alike.Add((scene, other));
            }
            return alike;
        }

        private IEnumerable<(int Scene, Other Other)> Exchanges()
        {
            // Old scenes that are equal: of two that are there, the later in the script is asked about; one may be gone.
            foreach (var same in _before.Index().GroupBy(scene => scene.Item).Select(same => same.Select(scene => scene.Index).ToHashSet()).Where(same => same.Count > 1))
            {
                var there = Enumerable.Range(0, Old.Length).Where(i => Old[i] >= 0 && same.Contains(Old[i])).ToList();
                for (var i = 0; i < there.Count; i++)
                {
                    for (var j = 0; j < i; j++)
                        yield return (there[i], new Other(true, there[j]));
                    foreach (var gone in same.Where(old => !_taken[old]))
                        yield return (there[i], new Other(false, gone));
                }
            }
            // New scenes that are equal, of old ones that were not, or of which some are new.
            foreach (var same in _after.Index().GroupBy(scene => scene.Item).Select(same => same.Select(scene => scene.Index).ToList()).Where(same => same.Count > 1))
                for (var i = 0; i < same.Count; i++)
                    for (var j = 0; j < i; j++)
                        if (Old[same[i]] >= 0 || Old[same[j]] >= 0)
                            if (Old[same[i]] < 0 || Old[same[j]] < 0 || !_before[Old[same[i]]].Equals(_before[Old[same[j]]]))
                                yield return (same[i], new Other(true, same[j]));
        }

        private void Take(int scene, int old) => (Old[scene], _taken[old]) = (old, true);

        private static List<int> Free(bool[] taken) => [.. Enumerable.Range(0, taken.Length).Where(i => !taken[i])];

        // How many scenes kept their order: the longest rising row of old indexes.
        private static int Kept(int[] olds)
        {
            List<int> ends = [];
            foreach (var old in olds.Where(old => old >= 0))
            {
                var at = ends.BinarySearch(old);
                at = at < 0 ? ~at : at;
                if (at == ends.Count)
                    ends.Add(old);
                else
                    ends[at] = old;
            }
            return ends.Count;
        }
    }
}
