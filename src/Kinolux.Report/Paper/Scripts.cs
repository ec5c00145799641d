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
}
