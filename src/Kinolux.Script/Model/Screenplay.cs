namespace Kinolux.Script.Model;

/// <summary>A screenplay: title page and elements in order, with the text that they were read from. Does not change.</summary>
public sealed class Screenplay
{
    private IReadOnlyList<Scene>? _scenes;

    /// <summary>The text that all spans point into.</summary>
    public required string Source { get; init; }

    public IReadOnlyList<TitleEntry> Title { get; init; } = [];

    public required IReadOnlyList<ScriptElement> Elements { get; init; }

    /// <summary>What tags stand for, where the format has them.</summary>
    public IReadOnlyList<ScriptTag> Tags { get; init; } = [];

    /// <summary>What the source says besides.</summary>
    public IReadOnlyList<ScriptExtra> Extras { get; init; } = [];

    /// <summary>Scenes in order. What stands before the first heading is in none.</summary>
    public IReadOnlyList<Scene> Scenes => _scenes ??= FindScenes();

    /// <summary>What the title page has under a key, lines joined by a space; null where it has none.</summary>
    public string? TitleOf(string key) => Title.FirstOrDefault(entry => entry.Is(key)) is { } entry ? string.Join(' ', entry.Lines.Select(line => line.Trim())) : null;

    private List<Scene> FindScenes()
    {
        List<Scene> scenes = [];
        var first = -1;
        for (var i = 0; i <= Elements.Count; i++)
        {
            if (i < Elements.Count && Elements[i].Kind != ElementKind.SceneHeading)
                continue;
            if (first >= 0)
                scenes.Add(new Scene(scenes.Count, first, i, Elements[first]));
            first = i;
        }
        return scenes;
    }
}
