using Kinolux.Script.Model;

namespace Kinolux.Script.Fdx;

/// <summary>What Final Draft calls kinds of paragraphs, and the words that it has for a look.</summary>
internal static class FdxTypes
{
    /// <summary>The namespace of what we write and Final Draft has no word for.</summary>
    public const string Ours = "https://kinolux.org/fdx";

    /// <summary>Text that is kept and not printed.</summary>
    public const string Kept = "kinolux:Kept";

    public const string Outline = "Outline ";
    public const string OutlineBody = "Outline Body";

    private static readonly (string Type, ElementKind Kind)[] Types =
    [
        ("Scene Heading", ElementKind.SceneHeading), ("Action", ElementKind.Action), ("Character", ElementKind.Character), ("Parenthetical", ElementKind.Parenthetical),
        ("Dialogue", ElementKind.Dialogue), ("Transition", ElementKind.Transition), ("Shot", ElementKind.Shot), ("Lyrics", ElementKind.Lyrics), ("Singing", ElementKind.Lyrics),
        (OutlineBody, ElementKind.Synopsis), ("General", ElementKind.General), ("Cast List", ElementKind.General), ("New Act", ElementKind.Centered), ("End of Act", ElementKind.Centered),
    ];

    private static readonly (string Word, TextStyle Style)[] Styles =
        [("Bold", TextStyle.Bold), ("Italic", TextStyle.Italic), ("Underline", TextStyle.Underline), ("Strikeout", TextStyle.Strikeout), ("AllCaps", TextStyle.AllCaps)];

    public static bool IsKnown(string type) => type.Length == 0 || Depth(type) > 0 || Array.Exists(Types, one => one.Type == type);

    /// <summary>The kind of a paragraph; what nobody knows is general.</summary>
    public static ElementKind KindOf(string type, string alignment)
    {
        if (Depth(type) > 0)
            return ElementKind.Section;
        foreach (var (name, kind) in Types)
            if (name == type)
                return kind is ElementKind.Action or ElementKind.General && alignment == "Center" ? ElementKind.Centered : kind;
        return ElementKind.General;
    }

    public static string TypeOf(ElementKind kind) => Array.Find(Types, one => one.Kind == kind) is { Type: { } type } && kind is not ElementKind.Centered ? type : "Action";

    /// <summary>How deep an outline's heading is; 0 for all else.</summary>
    public static int Depth(string type) => type.Length == Outline.Length + 1 && type.StartsWith(Outline, StringComparison.Ordinal) && type[^1] is >= '1' and <= '9' ? type[^1] - '0' : 0;

    /// <summary>The look that words such as <c>Bold+Underline</c> say, and how many of them nobody knows.</summary>
    public static TextStyle StyleOf(string words, out int unknown)
    {
        var style = TextStyle.Plain;
        unknown = 0;
        foreach (var word in words.Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (Array.Find(Styles, one => one.Word == word) is { Word: not null } found)
                style |= found.Style;
            else
                unknown++;
        return style;
    }

    public static string WordsOf(TextStyle style) => string.Join('+', Styles.Where(one => style.HasFlag(one.Style)).Select(one => one.Word));
}
