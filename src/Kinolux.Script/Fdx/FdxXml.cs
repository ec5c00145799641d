using System.Globalization;
using System.Xml;
using Kinolux.Core.Faults;
using Kinolux.Script.Model;

namespace Kinolux.Script.Fdx;

/// <summary>Reads XML into nodes that know their place. Nothing outside the text is looked at, and nothing in it is expanded.</summary>
internal static class FdxXml
{
    // Final Draft nests ten deep; a thousand is made to make readers fail.
    private const int Deepest = 200;

    /// <exception cref="FaultException">KX1403: it is no well-formed XML, or it has a document type.</exception>
    public static FdxNode Read(string text, string file)
    {
        var starts = LineStarts(text);
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return Read(text, reader, starts);
        }
        catch (XmlException cause)
        {
            // The reader says of a document type that there is one, and not where.
            var type = text.IndexOf("<!DOCTYPE", StringComparison.Ordinal);
            var isType = type >= 0 && cause.Message.Contains("DTD", StringComparison.Ordinal);
            var line = isType ? text.AsSpan(0, type).Count('\n') + 1 : Math.Max(1, cause.LineNumber);
            var why = isType ? "it has a document type" : cause.Message.Split(" Line ")[0];
            throw FaultException.Of("KX1403", cause, ("file", file), ("line", line.ToString(CultureInfo.InvariantCulture)), ("why", why));
        }
    }

    private static FdxNode Read(string text, XmlReader reader, List<int> starts)
    {
        var lines = (IXmlLineInfo)reader;
        Stack<FdxNode> open = [];
        while (reader.Read())
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (open.Count >= Deepest)
                        throw new XmlException($"elements are nested more than {Deepest} deep", null, lines.LineNumber, lines.LinePosition);
                    var node = Open(reader, lines, starts);
                    if (open.TryPeek(out var parent))
                        parent.Children.Add(node);
                    if (!reader.IsEmptyElement)
                        open.Push(node);
                    else if (Closed(node, text, TagEnd(text, node.Span.Start), starts) && open.Count == 0)
                        return node;
                    break;
                case XmlNodeType.EndElement:
                    var last = open.Pop();
                    Closed(last, text, TagEnd(text, Offset(lines, starts)), starts);
                    if (open.Count == 0)
                    {
                        // What follows the root must be well-formed too.
                        while (reader.Read())
                        {
                        }
                        return last;
                    }
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when open.TryPeek(out var within):
                    within.Say(reader.Value);
                    break;
            }
        throw new XmlException("there is no element");
    }

    private static FdxNode Open(XmlReader reader, IXmlLineInfo lines, List<int> starts)
    {
        var start = Offset(lines, starts) - 1;
        var node = new FdxNode(reader.Name, new SourceSpan(start, 0, lines.LineNumber - 1, 0, lines.LinePosition - 2));
        while (reader.MoveToNextAttribute())
            node.Attributes.Add((reader.Name, reader.Value));
        reader.MoveToElement();
        return node;
    }

    private static bool Closed(FdxNode node, string text, int end, List<int> starts)
    {
        end = Math.Min(end, text.Length);
        var line = starts.BinarySearch(end);
        node.Span = node.Span with { Length = end - node.Span.Start, LastLine = line >= 0 ? line : ~line - 1 };
        return true;
    }

    private static int Offset(IXmlLineInfo lines, List<int> starts) => starts[lines.LineNumber - 1] + lines.LinePosition - 1;

    // One past the ">" of a tag; in the value of an attribute that is a letter.
    private static int TagEnd(string text, int from)
    {
        var quote = '\0';
        for (var i = from; i < text.Length; i++)
            if (quote != '\0')
                quote = text[i] == quote ? '\0' : quote;
            else if (text[i] is '"' or '\'')
                quote = text[i];
            else if (text[i] == '>')
                return i + 1;
        return text.Length;
    }

    private static List<int> LineStarts(string text)
    {
        List<int> starts = [0];
        for (var at = 0; text.AsSpan(at).IndexOfAny('\n', '\r') is >= 0 and var ahead;)
        {
            at += ahead;
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            starts.Add(at);
        }
        return starts;
    }
}
