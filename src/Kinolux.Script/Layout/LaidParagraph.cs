using Kinolux.Core.Text;
using Kinolux.Script.Model;

namespace Kinolux.Script.Layout;

/// <summary>An element that is put together of lines.</summary>
internal sealed class LaidParagraph(ElementKind kind, LaidLine first, string text, double confidence)
{
    private readonly System.Text.StringBuilder _text = new(text);
    private SourceSpan _span = first.Span;
    private LaidLine _last = first;

    public ElementKind Kind => kind;

    public double Confidence { get; set; } = confidence;

    public string? Number { get; init; }

    public bool IsDual { get; init; }

    public int BlankBefore { get; init; }

    public LaidLine Last => _last;

    public string Text => _text.ToString();

    /// <summary>True where its last character closes a bracket.</summary>
    public bool IsClosed => _text[^1] is ')' or '）';

    /// <summary>Puts a line behind: on the same line of the text where the page's edge parted them, else on one of its own.</summary>
    /// <param name="width">Cells that a line has at most.</param>
    /// <param name="indent">Cells before it that are meant.</param>
    public void Add(LaidLine line, string says, int width, int indent = 0, bool? isWrapped = null)
    {
        if (isWrapped ?? IsWrapped(says, width))
            _text.Append(Glue(says)).Append(says);
        else
            _text.Append('\n').Append(' ', indent).Append(says);
        Cover(line);
    }

    public void AddBlank() => _text.Append('\n');

    public ScriptElement Element() => new(kind, _span, _text.ToString(), BlankBefore, null) { Number = Number, IsDual = IsDual, Confidence = Confidence, IsForced = kind == ElementKind.SceneHeading && !Fountain.FountainRules.IsHeading(_text.ToString()) };

    // The first word would not have fitted behind the line that was last.
    private bool IsWrapped(string says, int width) => _last.Width + Glue(says).Length + Columns.Of(FirstPart(says)) > width;

    private string Glue(string says)
    {
        var last = _text.Length == 0 ? ' ' : _text[^1];
        if (last is '-' or '–' or '—' && _text.Length > 1 && _text[^2] is not ('-' or ' '))
            return "";
        return IsWide(last) && IsWide(says[0]) ? "" : " ";
    }

    private static bool IsWide(char c) => Columns.Of([c]) == 2;

    private static string FirstPart(string says)
    {
        if (IsWide(says[0]))
            return says[..1];
        var end = says.IndexOfAny([' ', '-', '–', '—'], 1);
        return end < 0 ? says : says[end] == ' ' ? says[..end] : says[..(end + 1)];
    }

    private void Cover(LaidLine line)
    {
        if (line.Span.End > _span.Start)
            _span = _span with { Length = line.Span.End - _span.Start, LastLine = line.Span.LastLine };
        _last = line;
    }
}
