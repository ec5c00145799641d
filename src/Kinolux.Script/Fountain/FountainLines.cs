namespace Kinolux.Script.Fountain;

/// <summary>The lines of a text from one of them on, found when they are asked for. A line ends with <c>\n</c>, <c>\r\n</c> or <c>\r</c>.</summary>
internal sealed class FountainLines(string text, int start, int number)
{
    private readonly List<FountainLine> _lines = [];
    private int _next = start;
    private bool _isDone;
    private FountainHidden? _hidden = FountainHidden.Next(text, start);

    /// <summary>Notes and boneyard that lines found so far hold, in order.</summary>
    public List<FountainHidden> Hidden { get; } = [];

    public bool Has(int index)
    {
        while (_lines.Count <= index && !_isDone)
            Find();
        return index < _lines.Count;
    }

    public FountainLine this[int index] => _lines[index];

    private void Find()
    {
        var at = _next;
        var ahead = text.AsSpan(at).IndexOfAny('\n', '\r');
        var end = ahead < 0 ? text.Length : at + ahead;
        var next = ahead < 0 ? end : end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        // A text that ends with the end of a line has no further line.
        _isDone = ahead < 0;
        _next = next;
        if (ahead < 0 && at == end)
            return;
        var visible = text.AsMemory(at, end - at);
        var hasHidden = false;
        if (_hidden is { } first && first.Start < end)
            (visible, hasHidden) = (Show(at, end), true);
        _lines.Add(new FountainLine(number + _lines.Count, at, end, visible, hasHidden));
    }

    private ReadOnlyMemory<char> Show(int at, int end)
    {
        var shown = new System.Text.StringBuilder();
        while (_hidden is { } hidden && hidden.Start < end)
        {
            if (hidden.Start > at)
                shown.Append(text, at, hidden.Start - at);
            if (hidden.Start >= at && (Hidden.Count == 0 || Hidden[^1].Start < hidden.Start))
                Hidden.Add(hidden);
            at = Math.Min(end, hidden.End);
            if (hidden.End > end)
                break;
            _hidden = FountainHidden.Next(text, hidden.End);
        }
        shown.Append(text, at, end - at);
        return shown.ToString().AsMemory();
    }
}
