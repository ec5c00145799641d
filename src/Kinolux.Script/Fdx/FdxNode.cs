using System.Text;
using Kinolux.Script.Model;

namespace Kinolux.Script.Fdx;

/// <summary>An element of a Final Draft document, with where it stands in the text.</summary>
/// <param name="name">With its prefix, as written.</param>
internal sealed class FdxNode(string name, SourceSpan span)
{
    private StringBuilder? _text;

    public string Name { get; } = name;

    public SourceSpan Span { get; set; } = span;

    public List<(string Name, string Value)> Attributes { get; } = [];

    public List<FdxNode> Children { get; } = [];

    /// <summary>The characters right in it, white space included.</summary>
    public string Text => _text?.ToString() ?? "";

    public void Say(string text) => (_text ??= new StringBuilder()).Append(text);

    /// <summary>An attribute's value; empty where it has none of that name.</summary>
    public string Of(string attribute)
    {
        foreach (var (key, value) in Attributes)
            if (key == attribute)
                return value;
        return "";
    }

    public FdxNode? Child(string child) => Children.Find(node => node.Name == child);

    public IEnumerable<FdxNode> All(string child) => Children.Where(node => node.Name == child);

    /// <summary>What all <c>Text</c> within it says; paragraphs are parted by <c>\n</c>.</summary>
    public string Words()
    {
        var words = new StringBuilder();
        Add(this, words);
        return words.ToString();
    }

    private static void Add(FdxNode node, StringBuilder words)
    {
        foreach (var child in node.Children)
        {
            if (child.Name == "Paragraph" && words.Length > 0)
                words.Append('\n');
            if (child.Name == "Text")
                words.Append(child.Text);
            Add(child, words);
        }
    }
}
