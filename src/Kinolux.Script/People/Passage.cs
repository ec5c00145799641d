using System.Globalization;
using Kinolux.Script.Model;

namespace Kinolux.Script.People;

/// <summary>A stretch of a script that measures are taken of: a scene, or what has no heading and is played all the same.</summary>
/// <param name="Index">Counted from 0.</param>
/// <param name="Scene">Null where it has no heading.</param>
/// <param name="First">The index of its first element.</param>
/// <param name="End">One past its last element.</param>
/// <param name="Length">How long it plays: see <see cref="PassageLength"/>. Never 0.</param>
public sealed record Passage(int Index, Scene? Scene, int First, int End, double Length)
{
    /// <summary>Its number as written or as counted among the scenes; empty where it has no heading.</summary>
    public string Number => Scene?.Number ?? "";

    public string Title => Scene?.Heading.Text ?? (Index == 0 && First == 0 ? "(without a heading)" : "(before the first heading)");

    /// <summary>All scenes in order; before them what is said before the first heading. A script without headings is one passage, and a script in which nothing is printed has none.</summary>
    public static IReadOnlyList<Passage> Of(Screenplay script)
    {
        List<Passage> passages = [];
        var scenes = script.Scenes;
        var length = new PassageLength(script);
        var end = scenes.Count > 0 ? scenes[0].First : script.Elements.Count;
        if (HasPart(script, end, scenes.Count > 0))
            passages.Add(new Passage(0, null, 0, end, length.Of(0, end)));
        foreach (var scene in scenes)
            passages.Add(new Passage(passages.Count, scene, scene.First, scene.End, length.Of(scene.First, scene.End)));
        return passages;
    }

    // "FADE IN:" and a line of text over black are no scene.
    private static bool HasPart(Screenplay script, int end, bool hasScenes)
    {
        for (var i = 0; i < end; i++)
            if (script.Elements[i].Kind is ElementKind.Character || !hasScenes && script.Elements[i] is { Kind: ElementKind.Action or ElementKind.General or ElementKind.Centered or ElementKind.Lyrics })
                return true;
        return false;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index} {Title}");
}
