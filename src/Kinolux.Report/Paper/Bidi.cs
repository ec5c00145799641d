using System.Text;

namespace Kinolux.Report.Paper;

/// <summary>
/// In which direction the characters of a line run: the Unicode Bidirectional Algorithm (Unicode Standard Annex 9, Davis) for one line without
/// embeddings, isolates and paired brackets, which plays and records do not hold; marks of direction count as letters.
/// </summary>
internal static class Bidi
{
    private enum Kind : byte { Left, Right, ArabicLetter, Number, ArabicNumber, Sign, Currency, Separator, Neutral }

    /// <summary>The level of each character, even to the right and odd to the left; the line runs as its first letter does.</summary>
    /// <param name="characters">The first rune of each.</param>
    public static byte[] Levels(ReadOnlySpan<Rune> characters)
    {
        var kinds = new Kind[characters.Length];
        for (var i = 0; i < kinds.Length; i++)
            kinds[i] = KindOf(characters[i]);
        var levels = new byte[kinds.Length];
        if (!Array.Exists(kinds, kind => kind is Kind.Right or Kind.ArabicLetter or Kind.ArabicNumber))
            return levels;
        var first = Array.Find(kinds, kind => kind is Kind.Left or Kind.Right or Kind.ArabicLetter);
        var around = first == Kind.Left ? Kind.Left : Kind.Right;
        Weak(kinds, around);
        Neutrals(kinds, around);
        var start = (byte)(around == Kind.Left ? 0 : 1);
        for (var i = 0; i < levels.Length; i++)
            levels[i] = kinds[i] switch { Kind.Left => (byte)(start * 2), Kind.Right => 1, _ => 2 };
        // Spaces at the end belong to the line (L1).
        for (var i = levels.Length - 1; i >= 0 && Rune.IsWhiteSpace(characters[i]); i--)
            levels[i] = start;
        return levels;
    }

    /// <summary>The order in which pieces of these levels are seen, from the left (L2).</summary>
    public static int[] Order(ReadOnlySpan<byte> levels)
    {
        var order = new int[levels.Length];
        var most = 0;
        for (var i = 0; i < order.Length; i++)
            (order[i], most) = (i, Math.Max(most, levels[i]));
        for (var level = most; level > 0; level--)
            for (var i = 0; i < order.Length; i++)
            {
                var first = i;
                while (i < order.Length && levels[order[i]] >= level)
                    i++;
                if (i > first)
                    Array.Reverse(order, first, i - first);
            }
        return order;
    }

    // W2 to W7.
    private static void Weak(Kind[] kinds, Kind around)
    {
        var strong = around;
        for (var i = 0; i < kinds.Length; i++)
            if (kinds[i] is Kind.Left or Kind.Right or Kind.ArabicLetter)
                strong = kinds[i];
            else if (kinds[i] == Kind.Number && strong == Kind.ArabicLetter)
                kinds[i] = Kind.ArabicNumber;
        for (var i = 1; i < kinds.Length - 1; i++)
            if (kinds[i - 1] == kinds[i + 1] && (kinds[i - 1] == Kind.Number && kinds[i] is Kind.Sign or Kind.Separator || kinds[i - 1] == Kind.ArabicNumber && kinds[i] == Kind.Separator))
                kinds[i] = kinds[i - 1];
        for (var i = 0; i < kinds.Length; i++)
            if (kinds[i] == Kind.Number)
            {
                for (var before = i - 1; before >= 0 && kinds[before] == Kind.Currency; before--)
                    kinds[before] = Kind.Number;
                for (; i + 1 < kinds.Length && kinds[i + 1] == Kind.Currency; i++)
                    kinds[i + 1] = Kind.Number;
            }
        strong = around;
        for (var i = 0; i < kinds.Length; i++)
            switch (kinds[i])
            {
                case Kind.Left or Kind.Right:
                    strong = kinds[i];
                    break;
                case Kind.ArabicLetter:
                    strong = kinds[i] = Kind.Right;
                    break;
                case Kind.Number when strong == Kind.Left:
                    kinds[i] = Kind.Left;
                    break;
                case Kind.Sign or Kind.Currency or Kind.Separator:
                    kinds[i] = Kind.Neutral;
                    break;
            }
    }

    // N1, N2.
    private static void Neutrals(Kind[] kinds, Kind around)
    {
        static Kind Side(Kind kind) => kind == Kind.Left ? Kind.Left : Kind.Right;
        for (var i = 0; i < kinds.Length; i++)
            if (kinds[i] == Kind.Neutral)
            {
                var end = i;
                while (end < kinds.Length && kinds[end] == Kind.Neutral)
                    end++;
                var (before, after) = (i == 0 ? around : Side(kinds[i - 1]), end == kinds.Length ? around : Side(kinds[end]));
                Array.Fill(kinds, before == after ? before : around, i, end - i);
                i = end - 1;
            }
    }

    private static Kind KindOf(Rune rune) => rune.Value switch
    {
        >= '0' and <= '9' or >= 0x06F0 and <= 0x06F9 => Kind.Number,
        >= 0x0660 and <= 0x0669 or 0x066B or 0x066C => Kind.ArabicNumber,
        '+' or '-' => Kind.Sign,
        '#' or '$' or '%' or 0xA2 or 0xA3 or 0xA4 or 0xA5 or 0xB0 or 0xB1 or 0x20AC or 0x066A => Kind.Currency,
        ',' or '.' or '/' or ':' or 0xA0 => Kind.Separator,
        0x200F or >= 0x0590 and <= 0x05FF or >= 0x07C0 and <= 0x085F or >= 0xFB1D and <= 0xFB4F or >= 0x10800 and <= 0x10CFF or >= 0x1E800 and <= 0x1EDFF => Kind.Right,
        >= 0x0600 and <= 0x07BF or >= 0x0860 and <= 0x08FF or >= 0xFB50 and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF => Kind.ArabicLetter,
        0x200E => Kind.Left,
        _ => Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.DecimalDigitNumber or System.Globalization.UnicodeCategory.LetterNumber or System.Globalization.UnicodeCategory.SpacingCombiningMark ? Kind.Left : Kind.Neutral,
    };
}
