using System.Text;
using HarfBuzzSharp;

namespace Kinolux.Report.Paper;

/// <summary>Which script a character is of, as HarfBuzz's tables say.</summary>
internal static class Scripts
{
    public static Script Of(Rune rune) => UnicodeFunctions.Default.GetScript((uint)rune.Value);

    /// <summary>The script of the first character that has one of its own; common where none has.</summary>
    public static Script Of(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (Of(rune) is var script && IsOwn(script))
                return script;
        return Script.Common;
    }

    /// <summary>False for what every script uses: spaces, digits, punctuation, marks.</summary>
    public static bool IsOwn(Script script) => script != Script.Common && script != Script.Inherited && script != Script.Unknown;

    /// <summary>Whether a character is Chinese, Japanese or Korean, or punctuation of theirs.</summary>
    public static bool IsCjk(Rune rune)
    {
        var script = Of(rune);
        return script == Script.Han || script == Script.Hiragana || script == Script.Katakana || script == Script.Hangul || script == Script.Bopomofo || rune.Value is >= 0x2E80 and <= 0x33FF or >= 0xFF00 and <= 0xFFEF;
    }
}
