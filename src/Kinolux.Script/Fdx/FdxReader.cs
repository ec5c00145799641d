using Kinolux.Core.Faults;
using Kinolux.Script.Model;

namespace Kinolux.Script.Fdx;

/// <summary>
/// Reads Final Draft's FDX. The text stays the document: what has no place in a screenplay is counted in <see cref="Screenplay.Extras"/> and stays there.
/// Where its types leave a choice, see docs/decisions/1201.
/// </summary>
public sealed class FdxReader
{
    private readonly List<ScriptElement> _elements = [];
    private readonly FdxExtras _extras = new();
    private bool _isDual;
    private int _cues;

    private FdxReader()
    {
    }

    /// <summary>Reads a document.</summary>
    /// <param name="text">XML, without a byte order mark.</param>
    /// <param name="file">What faults call it.</param>
    /// <exception cref="FaultException">KX1403: it is no well-formed XML; KX1404: it is no script of Final Draft.</exception>
    public static Screenplay Read(string text, string file)
    {
        var root = FdxXml.Read(text, file);
        if (root.Name != "FinalDraft" || root.Child("Content") is not { } content)
            throw FaultException.Of("KX1404", ("file", file), ("root", root.Name));
        var reader = new FdxReader();
        reader.Content(content);
        foreach (var node in root.Children)
            if (node != content)
                reader._extras.Root(node);
        return new Screenplay { Source = text, Title = FdxTitle.Read(root.Child("TitlePage")), Elements = reader._elements, Tags = FdxTags.Read(root.Child("TagData")), Extras = reader._extras.All };
    }

    private void Content(FdxNode content)
    {
        foreach (var node in content.Children)
            if (node.Name == "Paragraph")
                Paragraph(node);
            else if (node.Name == "DualDialogue")
                Dual(node);
            else if (node.Name == FdxTypes.Kept)
                Kept(node);
            else
                Unknown(node);
    }

    // Words in what nobody knows are words of the script all the same.
    private void Unknown(FdxNode node)
    {
        _extras.Add("unknown element", node.Name, node.Span.Line);
        Content(node);
    }

    private void Dual(FdxNode node)
    {
        (_isDual, _cues) = (true, 0);
        Content(node);
        _isDual = false;
    }

    private void Kept(FdxNode node)
    {
        var kind = Enum.TryParse<ElementKind>(node.Of("Kind"), out var kept) && Enum.IsDefined(kept) ? kept : ElementKind.Boneyard;
        _elements.Add(new ScriptElement(kind, node.Span, node.Text.Length == 0 ? [] : [new TextRun(node.Text)]) { Depth = FdxTags.Number(node.Of("Depth")) });
    }

    private void Paragraph(FdxNode node)
    {
        if (node.Of("StartsNewPage") == "Yes")
            _elements.Add(new ScriptElement(ElementKind.PageBreak, node.Span with { Length = 0, LastLine = node.Span.Line }, []));
        if (node.Child("DualDialogue") is { } dual && node.Child("Text") is null)
        {
            Dual(dual);
            return;
        }
        var type = node.Of("Type");
        var kind = FdxTypes.KindOf(type, node.Of("Alignment"));
        if (!FdxTypes.IsKnown(type))
            _extras.Add("unknown type", type, node.Span.Line);
        _extras.Paragraph(node);
        List<TextRun> runs = [];
        List<FdxNode> notes = [];
        List<FdxNode> omitted = [];
        var hasText = false;
        foreach (var child in node.Children)
            Part(child, runs, notes, omitted, ref hasText);
        var properties = node.Child("SceneProperties");
        _elements.Add(new ScriptElement(kind, node.Span, runs)
        {
            Type = FdxTypes.TypeOf(kind) == type ? null : type,
            Number = kind == ElementKind.SceneHeading && node.Of("Number") is { Length: > 0 } number ? number : null,
            Depth = FdxTypes.Depth(type),
            IsDual = _isDual && kind == ElementKind.Character && _cues++ > 0,
            Properties = properties is null ? null : new SceneProperties(properties.Of("Length"), properties.Of("Page"), properties.Of("Title"), properties.Of("Color")),
        });
        foreach (var summary in properties?.Child("Summary")?.All("Paragraph") ?? [])
        {
            List<TextRun> says = [];
            hasText = false;
            foreach (var child in summary.Children)
                Part(child, says, notes, omitted, ref hasText);
            _elements.Add(new ScriptElement(ElementKind.Synopsis, summary.Span, says));
        }
        foreach (var note in notes)
            _elements.Add(new ScriptElement(ElementKind.Note, note.Span, [new TextRun(note.Words())]));
        foreach (var cut in omitted)
            _elements.Add(new ScriptElement(ElementKind.Boneyard, cut.Span, [new TextRun(cut.Words())]));
    }

    // A note before all text is about the paragraph, one behind some of it stands where it stands.
    private void Part(FdxNode node, List<TextRun> runs, List<FdxNode> notes, List<FdxNode> omitted, ref bool hasText)
    {
        if (node.Name == "Text")
        {
            hasText = true;
            Add(runs, Run(node));
        }
        else if (node.Name == "ScriptNote" && !hasText)
        {
            notes.Add(node);
        }
        else if (node.Name is "ScriptNote" or FdxTypes.Kept)
        {
            runs.Add(node.Name == FdxTypes.Kept ? new TextRun(node.Text, TextStyle.Boneyard) : new TextRun(node.Words(), TextStyle.Note));
        }
        else if (node.Name is "OmittedScene" or "OmitScene")
        {
            omitted.Add(node);
        }
        else if (node.Name != "SceneProperties")
        {
            _extras.Add("unknown element", node.Name, node.Span.Line);
            foreach (var child in node.Children)
                Part(child, runs, notes, omitted, ref hasText);
        }
    }

    private TextRun Run(FdxNode node)
    {
        var style = FdxTypes.StyleOf(node.Of("Style"), out var unknown);
        _extras.Text(node, unknown);
        return new TextRun(node.Text, style, FdxTags.Number(node.Of("RevisionID")), FdxTags.Number(node.Of("TagNumber")));
    }

    private static void Add(List<TextRun> runs, TextRun run)
    {
        if (run.Text.Length == 0)
            return;
        if (runs is [.., var last] && last.IsPrinted && last with { Text = run.Text } == run)
            runs[^1] = last with { Text = last.Text + run.Text };
        else
            runs.Add(run);
    }
}
