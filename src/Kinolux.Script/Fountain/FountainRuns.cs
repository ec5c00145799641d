using System.Text;
using Kinolux.Script.Model;

namespace Kinolux.Script.Fountain;

/// <summary>Reads emphasis, notes and boneyard within an element's text.</summary>
internal static class FountainRuns
{
    /// <summary>Runs in order. A line of which nothing is printed is hidden with its end, so that no gap is left; words on two lines are never joined.</summary>
    public static IReadOnlyList<TextRun> Read(string content)
    {
        List<TextRun> runs = [];
        var hidden = FountainHidden.Next(content, 0);
        if (hidden is null)
        {
            ReadLines(content, runs);
            return Merged(runs);
        }
        var (at, hasPrinted, hasEnded) = (0, false, false);
        List<(string Text, TextStyle Style)> line = [];
        while (true)
        {
            var to = hidden?.Start ?? content.Length;
            var cut = content.IndexOf('\n', at, to - at);
            line.Add((content[at..(cut < 0 ? to : cut)], TextStyle.Plain));
            if (cut >= 0)
            {
                // A line that ended with what is hidden ends once.
                if (hasEnded && line is [{ Text: "" }])
                    line.Clear();
                else
                    EndLine(line, runs, ref hasPrinted);
                hasEnded = false;
                at = cut + 1;
            }
            else if (hidden is { } stretch)
            {
                var inside = stretch.Inside(content);
                line.Add((inside, stretch.IsNote ? TextStyle.Note : TextStyle.Boneyard));
                at = stretch.End;
                // Text on the line where it began and text on the line where it ends are two lines.
                hasEnded = inside.Contains('\n') && line.Any(IsPrinted);
                if (hasEnded)
                    EndLine(line, runs, ref hasPrinted);
                hidden = FountainHidden.Next(content, at);
            }
            else
            {
                EndLine(line, runs, ref hasPrinted);
                return Merged(runs);
            }
        }
    }

    private static bool IsPrinted((string Text, TextStyle Style) piece) => piece.Style == TextStyle.Plain && !piece.Text.AsSpan().IsWhiteSpace();

    private static void EndLine(List<(string Text, TextStyle Style)> line, List<TextRun> runs, ref bool hasPrinted)
    {
        var prints = line.Any(IsPrinted) || line.All(piece => piece.Style == TextStyle.Plain);
        if (prints && hasPrinted)
            runs.Add(new TextRun("\n"));
        foreach (var (text, style) in line)
            if (style != TextStyle.Plain)
                runs.Add(new TextRun(text, style));
            else if (prints)
                ReadLine(text, TextStyle.Plain, runs);
        hasPrinted |= prints;
        line.Clear();
    }

    private static void ReadLines(string content, List<TextRun> runs)
    {
        var rest = content.AsSpan();
        while (rest.IndexOf('\n') is >= 0 and var end)
        {
            ReadLine(rest[..end], TextStyle.Plain, runs);
            runs.Add(new TextRun("\n"));
            rest = rest[(end + 1)..];
        }
        ReadLine(rest, TextStyle.Plain, runs);
    }

    // Emphasis never crosses the end of a line.
    private static void ReadLine(ReadOnlySpan<char> line, TextStyle style, List<TextRun> runs)
    {
        if (line.IndexOfAny('*', '_', '\\') < 0)
        {
            if (line.Length > 0)
                runs.Add(new TextRun(line.ToString(), style));
            return;
        }
        var plain = new StringBuilder();
        for (var i = 0; i < line.Length;)
        {
            if (IsEscape(line, i))
            {
                plain.Append(line[i + 1]);
                i += 2;
            }
            else if (line[i] is '*' or '_' && Emphasis(line, i) is (var marks, var close) && marks > 0)
            {
                if (plain.Length > 0)
                    runs.Add(new TextRun(plain.ToString(), style));
                plain.Clear();
                ReadLine(line[(i + marks)..close], style | StyleOf(line[i], marks), runs);
                i = close + marks;
            }
            else
            {
                plain.Append(line[i++]);
            }
        }
        if (plain.Length > 0)
            runs.Add(new TextRun(plain.ToString(), style));
    }

    // "[" is ours: a text that holds "[[" and means no note can be written so.
    internal static bool IsEscape(ReadOnlySpan<char> line, int at) => line[at] == '\\' && at + 1 < line.Length && line[at + 1] is '*' or '_' or '[';

    internal static TextStyle StyleOf(char mark, int count) => mark == '_' ? TextStyle.Underline : count switch { 1 => TextStyle.Italic, 2 => TextStyle.Bold, _ => TextStyle.Bold | TextStyle.Italic };

    /// <summary>How many marks open an emphasis here and where those that close it begin; no marks where there is none.</summary>
    internal static (int Marks, int Close) Emphasis(ReadOnlySpan<char> line, int at)
    {
        var mark = line[at];
        var length = mark == '_' ? 1 : Math.Min(3, Run(line, at));
        // A name such as one_two_three is not underlined.
        if (mark == '_' && at > 0 && char.IsLetterOrDigit(line[at - 1]))
            return default;
        for (var marks = length; marks > 0; marks--)
            if (at + marks < line.Length && !char.IsWhiteSpace(line[at + marks]) && Close(line, at + marks, mark, marks) is > 0 and var close)
                return (marks, close);
        return default;
    }

    private static int Close(ReadOnlySpan<char> line, int from, char mark, int marks)
    {
        for (var i = from; i < line.Length; i++)
        {
            if (IsEscape(line, i))
            {
                i++;
                continue;
            }
            if (line[i] != mark)
                continue;
            var run = mark == '_' ? 1 : Run(line, i);
            var fits = run == marks || (run == 3 && mark == '*');
            if (fits && i > from && !char.IsWhiteSpace(line[i - 1]) && !(mark == '_' && i + 1 < line.Length && char.IsLetterOrDigit(line[i + 1])))
                return i + run - marks;
            i += run - 1;
        }
        return 0;
    }

    private static int Run(ReadOnlySpan<char> line, int at)
    {
        var end = line[at..].IndexOfAnyExcept(line[at]);
        return end < 0 ? line.Length - at : end;
    }

    private static List<TextRun> Merged(List<TextRun> runs)
    {
        List<TextRun> merged = [];
        foreach (var run in runs)
            if (merged.Count > 0 && run.IsPrinted && merged[^1].Style == run.Style)
                merged[^1] = merged[^1] with { Text = merged[^1].Text + run.Text };
            else
                merged.Add(run);
        return merged;
    }
}
