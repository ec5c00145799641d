using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kinolux.Previs.Voices;

/// <summary>Takes apart what someone says: sentences to be spoken one by one, so that a changed word costs its sentence and no speech is too long, and the pauses between them.</summary>
internal static partial class SpokenText
{
    private const int Longest = 240;

    // Seconds.
    private const double Sentence = 0.25;
    private const double Clause = 0.15;
    private const double Trailing = 0.5;

    private static readonly (string Words, double Seconds)[] Pauses =
        [("long beat|long pause|long silence|lange pause|un long temps", 2.5), ("short beat|short pause|half a beat", 0.5), ("silence|stille", 2), ("pause|pauses|hesitates|停顿|temps|un temps", 1.2), ("beat|a beat|moment|片刻", 0.8)];

    private static readonly string[] Titles = ["mr", "mrs", "ms", "dr", "st", "jr", "sr", "prof", "lt", "sgt", "capt", "vs", "mme", "hr", "fr"];

    /// <summary>How long a parenthetical says to wait, in seconds; 0 where it says something else.</summary>
    public static double PauseOf(string parenthetical)
    {
        var text = parenthetical.Trim().TrimStart('(', '（').TrimEnd(')', '）').Trim().TrimEnd('.').ToLowerInvariant();
        foreach (var part in text.Split([';', ',', '/'], StringSplitOptions.TrimEntries))
            foreach (var (words, seconds) in Pauses)
                if (words.Split('|').Contains(part))
                    return seconds;
        return 0;
    }

    public static IReadOnlyList<SpokenPiece> Pieces(string text)
    {
        var pieces = new List<SpokenPiece>();
        var at = 0;
        foreach (Match bracket in Bracket().Matches(text))
        {
            Speak(pieces, text[at..bracket.Index]);
            if (PauseOf(bracket.Value) is > 0 and var pause)
                Wait(pieces, pause);
            at = bracket.Index + bracket.Length;
        }
        Speak(pieces, text[at..]);
        // What follows a line is not its own.
        if (pieces.Count > 0 && pieces[^1].Text.Length > 0)
            pieces[^1] = pieces[^1] with { Pause = 0 };
        return pieces;
    }

    /// <summary>A text as a program may be given it: one line, no controls, none of the signs that mean something to a voice.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("--", "—", StringComparison.Ordinal).EnumerateRunes())
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator:
                    clean.Append(' ');
                    break;
                // An emphasis, or a letter that was broken.
                case UnicodeCategory.Format or UnicodeCategory.Surrogate:
                    break;
                default:
                    if (rune.Value is '*' or '_' or 0xFFFD)
                        break;
                    // [[ begins phonemes, < a command.
                    clean.Append(rune.Value is '[' or ']' or '<' or '>' or '{' or '}' or '|' or '\\' or '^' or '~' or '`' or '(' or ')' ? " " : rune.ToString());
                    break;
            }
        return Blanks().Replace(clean.ToString(), " ").Trim();
    }

    private static void Speak(List<SpokenPiece> pieces, string raw)
    {
        var text = Clean(raw);
        for (var from = 0; from < text.Length;)
        {
            var end = End(text, from, out var pause);
            var piece = text[from..end].Trim();
            if (piece.Any(char.IsLetterOrDigit))
                pieces.Add(new SpokenPiece(piece, pause));
            else if (piece.Length > 0)
                Wait(pieces, Trailing);
            from = end;
        }
    }

    private static void Wait(List<SpokenPiece> pieces, double seconds) => pieces.Add(new SpokenPiece("", seconds));

    private static int End(string text, int from, out double pause)
    {
        var space = -1;
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == ' ')
                space = i;
            // Chinese has no blank behind its stops.
            if (text[i] is '。' or '！' or '？' or '；' || (text[i] is '.' or '!' or '?' or '…' or ';' or ':' or '"' or '”' && (i + 1 == text.Length || text[i + 1] == ' ') && IsStop(text, from, i)))
            {
                pause = text[i] is '…' || (text[i] == '.' && i > from && text[i - 1] == '.') ? Trailing : text[i] is ';' or ':' or '；' ? Clause : Sentence;
                return i + 1;
            }
            if (i - from < Longest)
                continue;
            pause = 0;
            return space > from ? space + 1 : char.IsLowSurrogate(text[i]) ? i - 1 : i;
        }
        pause = 0;
        return text.Length;
    }

    // Not the dot of a title, nor a quote that ends within a sentence.
    private static bool IsStop(string text, int from, int at)
    {
        if (text[at] is '"' or '”')
            return at > from && text[at - 1] is '.' or '!' or '?' or '…';
        if (text[at] != '.')
            return true;
        var word = at;
        while (word > from && char.IsLetter(text[word - 1]))
            word--;
        return !Titles.Contains(text[word..at].ToLowerInvariant());
    }

    [GeneratedRegex(@"\([^()]{0,200}\)|（[^（）]{0,200}）")]
    private static partial Regex Bracket();

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();
}
