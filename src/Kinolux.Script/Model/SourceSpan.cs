namespace Kinolux.Script.Model;

/// <summary>Where something stands in the text that it was read from. All are counted from 0.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Length">Characters, without the end of its last line.</param>
/// <param name="Line">Its first line.</param>
/// <param name="LastLine">Its last line.</param>
/// <param name="Column">Where it begins in its first line.</param>
public readonly record struct SourceSpan(int Start, int Length, int Line, int LastLine, int Column = 0)
{
    public int End => Start + Length;

    internal SourceSpan Moved(int characters, int lines) => this with { Start = Start + characters, Line = Line + lines, LastLine = LastLine + lines };
}
