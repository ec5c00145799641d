using Kinolux.Script.Model;
using Kinolux.Script.People;

namespace Kinolux.Previs.Scenes;

/// <summary>What a script says of somebody where the name stands first.</summary>
public static class Introduction
{
    /// <summary>What stands behind the name: <c>30s, a tall woman in a red coat</c> of <c>ANNA (30s, a tall woman in a red coat)</c>; empty where nothing does.</summary>
    public static string Of(Cast cast, string name)
    {
        foreach (var element in cast.Script.Elements.Where(element => element.Kind is ElementKind.Action or ElementKind.General))
        {
            var at = element.Text.IndexOf(name, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var rest = element.Text[(at + name.Length)..];
            var end = rest.IndexOfAny(['.', '!', '?', '\n']);
            return rest[..(end < 0 ? rest.Length : end)].Trim(' ', ',', '(', ')', '-', '–', '—');
        }
        return "";
    }
}
