using Kinolux.Script.Model;

namespace Kinolux.Script.Identity;

/// <summary>
/// Lasting names for the scenes and elements of a script, so that what was decided, drawn or planned for one stays with it through every rewrite. Nothing is written into the script:
/// each version is held against the last one, scene by scene and then element by element. Does not change.
/// </summary>
/// <param name="Next">The number that the next new scene gets.</param>
/// <param name="Scenes">In the script's order.</param>
/// <param name="Gone">Scenes that are in the script no more, the last to go first: one that comes back is the same.</param>
/// <param name="Doubts">What cannot be told apart, over all versions.</param>
public sealed record ScriptIdentity(int Next, IReadOnlyList<KnownScene> Scenes, IReadOnlyList<KnownScene> Gone, IReadOnlyList<SceneDoubt> Doubts)
{
    /// <summary>The name of what stands before the first heading.</summary>
    public const string Top = "top";

    // Enough for a draft thrown away; a file must not grow for ever.
    private const int MostGone = 500;

    /// <summary>Of a script that nobody saw yet.</summary>
    public static ScriptIdentity None { get; } = new(1, [], [], []);

    /// <summary>The names of a screenplay's elements, in its order.</summary>
    public IReadOnlyList<string> Names => [.. Scenes.SelectMany(scene => scene.Elements).Select(element => element.Name)];

    /// <summary>The names that a later version of the script has.</summary>
    public ScriptIdentity Follow(Screenplay script)
    {
        var parts = PartsOf(script);
        if (IsSame(parts))
            return this;
        var known = Scenes.Where(scene => scene.Name != Top).ToList();
        var scenes = parts.Where(part => part.IsScene).ToList();
        var (matches, alike) = SceneMatching.Find([.. known.Select(scene => new SceneText(scene.Elements))], [.. scenes.Select(part => new SceneText(part.Elements))]);
        var next = Next;
        List<KnownScene> now = [], back = [];
        List<SceneDoubt> doubts = [.. Doubts];
        if (parts is [{ IsScene: false } top, ..])
            now.Add(ElementMatching.Follow(Scenes.FirstOrDefault(scene => scene.Name == Top) ?? new KnownScene(Top, 1, []), top.Elements));
        var first = now.Count;
        for (var i = 0; i < scenes.Count; i++)
        {
            var before = matches[i] >= 0 ? known[matches[i]] : ComeBack(scenes[i].Elements, back, doubts);
            now.Add(ElementMatching.Follow(before ?? new KnownScene($"sc-{next++}", 0, []), scenes[i].Elements));
        }
        foreach (var (scene, other) in alike)
            Add(doubts, now[first + scene].Name, other.IsNew ? now[first + other.Index].Name : known[other.Index].Name);
        var there = now.Select(scene => scene.Name).ToHashSet();
        return new ScriptIdentity(next, now, [.. known.Where(scene => !there.Contains(scene.Name)), .. Gone.Except(back).Take(MostGone)], doubts);
    }

    /// <summary>The same with two names changed about, wherever a person said so.</summary>
    /// <param name="isOther">True where a person said that a scene is the other one.</param>
    public ScriptIdentity Settled(Func<SceneDoubt, bool> isOther)
    {
        var names = new Dictionary<string, string>();
        foreach (var doubt in Doubts.Where(isOther))
            (names[doubt.Scene], names[doubt.Other]) = (names.GetValueOrDefault(doubt.Other, doubt.Other), names.GetValueOrDefault(doubt.Scene, doubt.Scene));
        return names.Count == 0 ? this : this with { Scenes = [.. Scenes.Select(Renamed)], Gone = [.. Gone.Select(Renamed)] };

        KnownScene Renamed(KnownScene scene) => names.TryGetValue(scene.Name, out var name)
            ? scene with { Name = name, Elements = [.. scene.Elements.Select(element => element with { Name = name + element.Name[scene.Name.Length..] })] }
            : scene;
    }

    private KnownScene? ComeBack(IReadOnlyList<KnownElement> elements, List<KnownScene> back, List<SceneDoubt> doubts)
    {
        var text = new SceneText(elements);
        var same = Gone.Where(scene => !back.Contains(scene) && new SceneText(scene.Elements).Equals(text)).Take(2).ToList();
        if (same.Count == 0)
            return null;
        back.Add(same[0]);
        if (same.Count > 1)
            Add(doubts, same[0].Name, same[1].Name);
        return same[0];
    }

    private static void Add(List<SceneDoubt> doubts, string scene, string other)
    {
        if (!doubts.Any(doubt => (doubt.Scene == scene && doubt.Other == other) || (doubt.Scene == other && doubt.Other == scene)))
            doubts.Add(new SceneDoubt(scene, other));
    }

    private bool IsSame(IReadOnlyList<(bool IsScene, IReadOnlyList<KnownElement> Elements)> parts) =>
        parts.Count == Scenes.Count && parts.Zip(Scenes).All(pair => pair.First.IsScene == (pair.Second.Name != Top) && pair.First.Elements.Count == pair.Second.Elements.Count
            && pair.First.Elements.Zip(pair.Second.Elements).All(element => element.First.Kind == element.Second.Kind && element.First.Text == element.Second.Text));

    // What stands before the first heading, where anything does, and then scene by scene; elements have no names yet.
    private static List<(bool IsScene, IReadOnlyList<KnownElement> Elements)> PartsOf(Screenplay script)
    {
        List<(bool, IReadOnlyList<KnownElement>)> parts = [];
        var head = script.Scenes.Count > 0 ? script.Scenes[0].First : script.Elements.Count;
        if (head > 0)
            parts.Add((false, Of(0, head)));
        parts.AddRange(script.Scenes.Select(scene => (true, Of(scene.First, scene.End))));
        return parts;

        IReadOnlyList<KnownElement> Of(int first, int end) => [.. script.Elements.Skip(first).Take(end - first).Select(element => new KnownElement("", element.Kind, element.Content))];
    }
}
