using Kinolux.Script.Model;

namespace Kinolux.Script.Layout;

/// <summary>A line of a text whose places mean something.</summary>
/// <param name="Page">Counted from 0.</param>
/// <param name="Row">Among the lines of its page, blank ones counted.</param>
/// <param name="Column">Where it begins, in cells.</param>
/// <param name="Blank">Blank lines before it on its page.</param>
/// <param name="IsTop">True for the first of its page.</param>
internal sealed record LaidLine(int Page, int Row, int Column, string Text, SourceSpan Span, int Blank, bool IsTop)
{
    public int Width { get; } = Core.Text.Columns.Of(Text);

    public int Right => Column + Width;

    /// <summary>A scene's number that stood in the margin.</summary>
    public string? Number { get; init; }

    public bool IsApart => IsTop || Blank > 0;

    /// <summary>No small letter but in brackets: what cues, headings and transitions are. Scripts without capitals have none either.</summary>
    public bool IsCapitals { get; } = !HasLower(Text);

    private static bool HasLower(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            depth += c is '(' or '（' ? 1 : c is ')' or '）' ? -1 : 0;
            if (depth <= 0 && char.IsLower(c))
                return true;
        }
        return false;
    }
}
