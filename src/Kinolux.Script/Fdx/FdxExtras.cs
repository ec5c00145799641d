using Kinolux.Script.Model;

namespace Kinolux.Script.Fdx;

/// <summary>Counts what a document says and a screenplay has no place for.</summary>
internal sealed class FdxExtras
{
    private static readonly HashSet<string> Settings =
    [
        "HeaderAndFooter", "SpellCheckIgnoreLists", "PageLayout", "WindowState", "TextState", "ElementSettings", "UnanchoredScriptNotes", "SmartType", "MoresAndContinueds", "LockedPages",
        "Revisions", "SplitState", "Macros", "Actors", "Cast", "SceneNumberOptions", "CastList", "CharacterHighlighting", "TargetScriptLength", "Watermarking", "DisplayBoards", "AltCollection",
        "ScriptNoteDefinitions", "ListItems", "LockedPageNumbers", "PageBreaks", "Images", "Bookmarks", "CharacterNavigatorPreferences", "DynamicContent", "SceneBreaks", "DialogueBreaks", "WatermarkImage", "CustomOrder",
    ];

    private static readonly string[] Layout = ["FirstIndent", "Leading", "LeftIndent", "RightIndent", "SpaceBefore", "Spacing"];

    public List<ScriptExtra> All { get; } = [];

    public void Add(string kind, string what, int line) => All.Add(new ScriptExtra(kind, what, line));

    /// <summary>An element beside the content.</summary>
    public void Root(FdxNode node)
    {
        if (node.Name is "TitlePage" or "TagData")
            return;
        Add(Settings.Contains(node.Name) ? "setting" : "unknown element", node.Name, node.Span.Line);
        // Remarks on nothing in particular are remarks all the same.
        if (node.Name == "UnanchoredScriptNotes")
            foreach (var note in node.Children)
                Add("note on no line", note.Words(), note.Span.Line);
    }

    public void Paragraph(FdxNode node)
    {
        var line = node.Span.Line;
        foreach (var (name, value) in node.Attributes)
            if (name is not ("Type" or "Number" or "Alignment" or "StartsNewPage") && !Layout.Contains(name))
                Add(name == "Bookmark" ? "bookmark" : "unknown attribute", value, line);
        if (node.Attributes.Exists(one => Layout.Contains(one.Name)) || node.Of("Alignment") is "Right" or "Full")
            Add("layout of a paragraph", node.Of("Type"), line);
        if (node.Child("SceneProperties") is { } properties)
            Scene(properties);
        foreach (var note in node.All("ScriptNote"))
            if (note.Of("Author").Length + note.Of("Name").Length > 0)
                Add("name of a note", $"{note.Of("Author")} {note.Of("Name")}".Trim(), note.Span.Line);
    }

    public void Text(FdxNode node, int unknownStyles)
    {
        for (var i = 0; i < unknownStyles; i++)
            Add("unknown style", node.Of("Style"), node.Span.Line);
        var looks = false;
        foreach (var (name, value) in node.Attributes)
            if (name is "Font" or "Size" or "Color" or "Background" or "AdornmentStyle")
                looks |= !IsUsual(name, value);
            else if (name is not ("Style" or "RevisionID" or "TagNumber"))
                Add("unknown attribute", name, node.Span.Line);
        if (looks)
            Add("colour or font of text", node.Text, node.Span.Line);
    }

    private void Scene(FdxNode properties)
    {
        var line = properties.Span.Line;
        if (properties.Of("Color") is { Length: > 0 } color && color != "#FFFFFFFFFFFF")
            Add("colour", color, line);
        if (properties.Of("Title") is { Length: > 0 } title)
            Add("title of a scene", title, line);
        foreach (var child in properties.Children)
            if (child.Name == "SceneArcBeats")
                foreach (var beat in child.Children.Where(beat => beat.Words().Trim().Length > 0))
                    Add("arc beat", beat.Of("Name"), beat.Span.Line);
            else if (child.Name != "Summary")
                Add("unknown element", child.Name, child.Span.Line);
    }

    private static bool IsUsual(string name, string value) => name switch
    {
        "Font" => value.StartsWith("Courier", StringComparison.OrdinalIgnoreCase),
        "Size" => value == "12",
        "Color" => value == "#000000000000",
        "Background" => value == "#FFFFFFFFFFFF",
        _ => value is "0" or "",
    };
}
