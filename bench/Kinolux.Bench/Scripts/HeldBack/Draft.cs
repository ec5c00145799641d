namespace Kinolux.Bench.Scripts.HeldBack;

/// <summary>A script that is being changed: places are lines of the script as it was, and what is put in may be marked.</summary>
internal sealed class Draft
{
    private readonly List<string>[] _before;
    private readonly string?[] _lines;

    public Draft(CleanScript script)
    {
        _lines = [.. script.Lines];
        _before = [.. Enumerable.Range(0, _lines.Length + 1).Select(_ => new List<string>())];
    }

    /// <summary>Puts a paragraph, with an empty line above it, before a line that is empty.</summary>
    public Draft Put(int line, params ReadOnlySpan<string> paragraph)
    {
        _before[line].Add("");
        _before[line].AddRange(paragraph);
        return this;
    }

    /// <summary>Puts lines of a text before a line as they are.</summary>
    public Draft Insert(int line, params ReadOnlySpan<string> lines)
    {
        _before[line].AddRange(lines);
        return this;
    }

    /// <summary>Another text for a line.</summary>
    public Draft Say(int line, string text)
    {
        _lines[line] = text;
        return this;
    }

    public Draft Remove(int line)
    {
        _lines[line] = null;
        return this;
    }

    public Draft Mark(int first, int last)
    {
        for (var line = first; line <= last; line++)
            if (_lines[line] is { } text && !text.EndsWith(MarkedText.Mark, StringComparison.Ordinal))
                _lines[line] = text + MarkedText.Mark;
        return this;
    }

    public MarkedText Done()
    {
        List<string> all = [];
        for (var line = 0; line <= _lines.Length; line++)
        {
            all.AddRange(_before[line]);
            if (line < _lines.Length && _lines[line] is { } text)
                all.Add(text);
        }
        return MarkedText.Of(all);
    }
}
