using System.Globalization;
using System.Text;
using System.Xml;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;

namespace Kinolux.Script.Fdx;

/// <summary>
/// Writes a screenplay as a document of Final Draft. What Final Draft has no word for and does not print (boneyard, remarks on no paragraph) is written
/// in a namespace of ours, which other programs pass over.
/// </summary>
public sealed class FdxWriter
{
    // Final Draft's outline has four levels.
    private const int Deepest = 4;

    private readonly Screenplay _script;
    private readonly IReadOnlyList<ScriptElement> _elements;
    private readonly ScriptLosses _losses = new();
    private readonly XmlWriter _xml;
    private bool _isNewPage;

    private FdxWriter(Screenplay script, XmlWriter xml)
    {
        (_script, _elements, _xml) = (script, script.Elements, xml);
    }

    public static WrittenScript Write(Screenplay script)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\" ?>\n");
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.None };
        using var xml = XmlWriter.Create(text, settings);
        var writer = new FdxWriter(script, xml);
        writer.Document();
        xml.Flush();
        return new WrittenScript(text.Append('\n').ToString(), writer._losses.All);
    }

    private void Document()
    {
        _losses.Add(_script.Extras);
        _xml.WriteStartElement("FinalDraft");
        _xml.WriteAttributeString("DocumentType", "Script");
        _xml.WriteAttributeString("Template", "No");
        _xml.WriteAttributeString("Version", "1");
        _xml.WriteAttributeString("xmlns", "kinolux", null, FdxTypes.Ours);
        _xml.WriteStartElement("Content");
        for (var i = 0; i < _elements.Count;)
            i = Element(i);
        _xml.WriteEndElement();
        if (_script.Title.Count > 0)
            Title();
        if (_script.Tags.Count > 0)
            Tags();
        _xml.WriteEndElement();
    }

    /// <summary>Writes an element and those that belong to it; returns the first that is left.</summary>
    private int Element(int i)
    {
        var element = _elements[i];
        switch (element.Kind)
        {
            case ElementKind.Note or ElementKind.Boneyard:
                Kept(element);
                return i + 1;
            case ElementKind.PageBreak:
                if (i + 1 < _elements.Count && _elements[i + 1].Kind is not (ElementKind.Note or ElementKind.Boneyard or ElementKind.PageBreak))
                    _isNewPage = true;
                else
                    Kept(element);
                return i + 1;
            case ElementKind.Action:
                BlankLines(i);
                return Paragraph(i);
            case ElementKind.Character:
                if (element.IsDual)
                    _losses.Add("dual dialogue with nobody before", element.Span.Line);
                return Speech(i);
            default:
                return Paragraph(i);
        }
    }

    // Those that a person left beyond the one that parts paragraphs.
    private void BlankLines(int i)
    {
        var blank = _elements[i].BlankBefore - 1;
        var before = i - 1;
        while (before >= 0 && _elements[before].Kind is ElementKind.Note or ElementKind.Boneyard)
            before--;
        for (; blank > 0 && before >= 0; blank--)
        {
            Start("Action");
            _xml.WriteElementString("Text", "");
            _xml.WriteEndElement();
        }
    }

    private int Speech(int first)
    {
        var end = SpeechEnd(first);
        var isDual = false;
        while (end < _elements.Count && _elements[end] is { Kind: ElementKind.Character, IsDual: true })
            (isDual, end) = (true, SpeechEnd(end));
        if (isDual)
        {
            Start("");
            _xml.WriteStartElement("DualDialogue");
        }
        for (var i = first; i < end;)
            if (_elements[i].Kind == ElementKind.Boneyard)
                Kept(_elements[i++]);
            else
                i = Paragraph(i);
        if (isDual)
        {
            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }
        return end;
    }

    private int SpeechEnd(int cue)
    {
        var end = cue + 1;
        while (end < _elements.Count && _elements[end].Kind is ElementKind.Parenthetical or ElementKind.Dialogue or ElementKind.Lyrics or ElementKind.Note or ElementKind.Boneyard)
            end++;
        return end;
    }

    private int Paragraph(int i)
    {
        var element = _elements[i];
        if (element.Depth > Deepest)
            _losses.Add("depth of a section", element.Span.Line);
        Start(element.Type ?? (element.Kind == ElementKind.Section ? FdxTypes.Outline + Math.Clamp(element.Depth, 1, Deepest).ToString(CultureInfo.InvariantCulture) : FdxTypes.TypeOf(element.Kind)));
        if (element.Number is { } number)
            _xml.WriteAttributeString("Number", Clean(number, element));
        if (element.Kind == ElementKind.Centered && element.Type is null or "Action" or "General")
            _xml.WriteAttributeString("Alignment", "Center");
        var next = i + 1;
        if (element.Kind == ElementKind.SceneHeading)
            next = Scene(element, next);
        for (; next < _elements.Count && _elements[next].Kind == ElementKind.Note; next++)
            Note(_elements[next].Text, _elements[next]);
        Runs(element);
        _xml.WriteEndElement();
        return next;
    }

    private void Runs(ScriptElement element)
    {
        // A remark before all text would be one about the paragraph.
        if (element.Runs is [] or [{ IsPrinted: false }, ..])
            _xml.WriteElementString("Text", "");
        foreach (var run in element.Runs)
            Run(run, element);
    }

    private void Start(string type)
    {
        _xml.WriteStartElement("Paragraph");
        if (type.Length > 0)
            _xml.WriteAttributeString("Type", type);
        if (_isNewPage)
            _xml.WriteAttributeString("StartsNewPage", "Yes");
        _isNewPage = false;
    }

    private int Scene(ScriptElement heading, int next)
    {
        var end = next;
        while (end < _elements.Count && _elements[end].Kind == ElementKind.Synopsis)
            end++;
        if (heading.Properties is null && end == next)
            return next;
        _xml.WriteStartElement("SceneProperties");
        if (heading.Properties is { } properties)
            foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[("Color", properties.Color), ("Length", properties.Length), ("Page", properties.Page), ("Title", properties.Title)])
                if (value.Length > 0)
                    _xml.WriteAttributeString(name, Clean(value, heading));
        if (end > next)
            _xml.WriteStartElement("Summary");
        for (var i = next; i < end; i++)
        {
            _xml.WriteStartElement("Paragraph");
            Runs(_elements[i]);
            _xml.WriteEndElement();
        }
        if (end > next)
            _xml.WriteEndElement();
        _xml.WriteEndElement();
        return end;
    }

    private void Run(TextRun run, ScriptElement? element)
    {
        if (run.Style.HasFlag(TextStyle.Note))
        {
            Note(run.Text, element);
            return;
        }
        if (run.Style.HasFlag(TextStyle.Boneyard))
        {
            Kept(ElementKind.Boneyard, run.Text, 0, element);
            return;
        }
        _xml.WriteStartElement("Text");
        if (run.Style != TextStyle.Plain)
            _xml.WriteAttributeString("Style", FdxTypes.WordsOf(run.Style));
        if (run.Revision > 0)
            _xml.WriteAttributeString("RevisionID", run.Revision.ToString(CultureInfo.InvariantCulture));
        if (run.Tag > 0)
            _xml.WriteAttributeString("TagNumber", run.Tag.ToString(CultureInfo.InvariantCulture));
        _xml.WriteString(Clean(run.Text, element));
        _xml.WriteEndElement();
    }

    private void Note(string text, ScriptElement? element)
    {
        _xml.WriteStartElement("ScriptNote");
        foreach (var line in text.Split('\n'))
        {
            _xml.WriteStartElement("Paragraph");
            _xml.WriteElementString("Text", Clean(line, element));
            _xml.WriteEndElement();
        }
        _xml.WriteEndElement();
    }

    private void Kept(ScriptElement element) => Kept(element.Kind, element.Text, element.Depth, element);

    private void Kept(ElementKind kind, string text, int depth, ScriptElement? element)
    {
        _xml.WriteStartElement("Kept", FdxTypes.Ours);
        _xml.WriteAttributeString("Kind", kind.ToString());
        if (depth > 0)
            _xml.WriteAttributeString("Depth", depth.ToString(CultureInfo.InvariantCulture));
        _xml.WriteString(Clean(text, element));
        _xml.WriteEndElement();
    }

    private void Title()
    {
        _xml.WriteStartElement("TitlePage");
        _xml.WriteStartElement("Content");
        foreach (var entry in _script.Title)
            foreach (var line in entry.Lines is [] ? [""] : entry.Lines)
            {
                _xml.WriteStartElement("Paragraph");
                _xml.WriteAttributeString("Alignment", entry.Is("Title") || entry.Is("Credit") || entry.Is("Author") || entry.Is("Authors") || entry.Is("Source") ? "Center" : "Left");
                _xml.WriteAttributeString("Key", FdxTypes.Ours, Clean(entry.Key, null));
                foreach (var run in FountainRuns.Read(line) is { Count: > 0 } runs ? runs : [new TextRun("")])
                    if (run.IsPrinted)
                        Run(run, null);
                _xml.WriteEndElement();
            }
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Tags()
    {
        _xml.WriteStartElement("TagData");
        var categories = _script.Tags.Select(tag => tag.Category).Where(name => name.Length > 0).Distinct().ToList();
        var definitions = _script.Tags.Select(tag => (tag.Category, tag.Label)).Distinct().ToList();
        Each("TagCategories", categories, (category, number) => Attributes("Category", ("Id", FdxTags.IdOf(category)), ("Name", category), ("Number", number)));
        Each("TagDefinitions", definitions, (one, number) => Attributes("TagDefinition", ("CatId", one.Category.Length > 0 ? FdxTags.IdOf(one.Category) : ""), ("Id", "d" + number), ("Label", one.Label), ("Number", number)));
        Each("Tags", _script.Tags, (tag, _) =>
        {
            _xml.WriteStartElement("Tag");
            _xml.WriteAttributeString("Number", tag.Number.ToString(CultureInfo.InvariantCulture));
            _xml.WriteElementString("DefId", "d" + (definitions.IndexOf((tag.Category, tag.Label)) + 1).ToString(CultureInfo.InvariantCulture));
            _xml.WriteEndElement();
        });
        _xml.WriteEndElement();
    }

    private void Each<T>(string name, IReadOnlyList<T> all, Action<T, string> write)
    {
        _xml.WriteStartElement(name);
        for (var i = 0; i < all.Count; i++)
            write(all[i], (i + 1).ToString(CultureInfo.InvariantCulture));
        _xml.WriteEndElement();
    }

    private void Attributes(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _xml.WriteStartElement(name);
        foreach (var (key, value) in attributes)
            _xml.WriteAttributeString(key, Clean(value, null));
        _xml.WriteEndElement();
    }

    // XML has no place for some characters, such as a bell or half a pair.
    private string Clean(string text, ScriptElement? element)
    {
        StringBuilder? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]);
            if (!isPair && (!XmlConvert.IsXmlChar(text[i]) || text[i] == '\r'))
            {
                clean ??= new StringBuilder(text, 0, i, text.Length);
                _losses.Add("character that XML cannot hold", element?.Span.Line ?? 0);
                continue;
            }
            clean?.Append(text, i, isPair ? 2 : 1);
            i += isPair ? 1 : 0;
        }
        return clean?.ToString() ?? text;
    }
}
