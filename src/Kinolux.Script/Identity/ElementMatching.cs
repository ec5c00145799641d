using Kinolux.Script.Model;

namespace Kinolux.Script.Identity;

/// <summary>Tells which element of a scene is which of its last version.</summary>
internal static class ElementMatching
{
    // Less than this in common is another paragraph.
    private const double Least = 0.4;

    /// <summary>The scene with the elements that it has now; new ones get new names, those of others are never given again.</summary>
    public static KnownScene Follow(KnownScene scene, IReadOnlyList<KnownElement> now)
    {
        var before = scene.Elements;
        var names = new string?[now.Count];
        var head = 0;
        for (; head < Math.Min(before.Count, now.Count) && IsSame(before[head], now[head]); head++)
            names[head] = before[head].Name;
        var tail = 0;
        for (; tail < Math.Min(before.Count, now.Count) - head && IsSame(before[^(tail + 1)], now[^(tail + 1)]); tail++)
            names[^(tail + 1)] = before[^(tail + 1)].Name;
        // Of what changed alone.
        var (words, nowWords) = (new WordPairs?[before.Count], new WordPairs?[now.Count]);
        foreach (var (old, element) in OrderedMatching.Find(before.Count - head - tail, now.Count - head - tail, (i, j) => Likeness(head + i, head + j), Least))
            names[head + element] = before[head + old].Name;
        // A scene has one heading, whatever that says.
        if (now is [{ Kind: ElementKind.SceneHeading }, ..])
            names[0] = scene.Name;
        var next = Math.Max(1, scene.Next);
        List<KnownElement> elements = [.. now.Select((element, i) => element with { Name = names[i] ?? $"{scene.Name}/{next++}" })];
        return new KnownScene(scene.Name, next, elements);

        double Likeness(int i, int j) =>
            IsSame(before[i], now[j]) ? 1
            : before[i].Kind != now[j].Kind ? 0
            // A cue is its name alone; where that changed, the cue stays with its speech.
            : before[i].Kind == ElementKind.Character ? Least
            : (words[i] ??= WordPairs.Of([before[i].Text])).Likeness(nowWords[j] ??= WordPairs.Of([now[j].Text]));
    }

    private static bool IsSame(KnownElement one, KnownElement other) => one.Kind == other.Kind && one.Text == other.Text;
}
