using System.Globalization;
using System.Text;
using HarfBuzzSharp;
using Kinolux.Core.Text;

namespace Kinolux.Report.Paper;

/// <summary>A line of text as it will be drawn: runs of one font and direction, from left to right.</summary>
internal sealed class TextLine
{
    private readonly List<TextRun> _runs = [];
    private readonly List<Rune> _missing = [];

    public IReadOnlyList<TextRun> Runs => _runs;

    /// <summary>The characters that no font has, as often as they occur.</summary>
    public IReadOnlyList<Rune> Missing => _missing;

    /// <summary>In points.</summary>
    public double Width { get; private set; }

    /// <exception cref="Core.Faults.FaultException">KX3004: a font that it needs is missing.</exception>
    public static TextLine Set(ReadOnlySpan<TextSpan> spans)
    {
        var line = new TextLine();
        List<Cluster> clusters = [];
        foreach (var span in spans)
            line.Read(span, clusters);
        var levels = Bidi.Levels([.. clusters.Select(cluster => cluster.First)]);
        List<(int First, int End, byte Level)> runs = [];
        for (int first = 0, end; first < clusters.Count; first = end)
        {
            for (end = first + 1; end < clusters.Count && levels[end] == levels[first] && clusters[end].GoesOn(clusters[first]); end++)
            {
            }
            runs.Add((first, end, levels[first]));
        }
        foreach (var at in Bidi.Order([.. runs.Select(run => run.Level)]))
            line.Add(clusters[runs[at].First..runs[at].End], toLeft: runs[at].Level % 2 == 1);
        return line;
    }

    private void Read(TextSpan span, List<Cluster> clusters)
    {
        var chain = FontChain.Of(span.Style);
        for (var rest = Clean(span.Text).AsMemory(); rest.Length > 0;)
        {
            var length = StringInfo.GetNextTextElementLength(rest.Span);
            var text = rest[..length];
            Rune.DecodeFromUtf16(text.Span, out var first, out _);
            var script = Scripts.Of(text.Span);
            // A space stays in the font of the word before it, and so does what all scripts share where that font has it.
            var before = clusters is [.., var last] && last.Style == span.Style ? last : null;
            if (!Scripts.IsOwn(script) && before is not null)
                script = before.Script;
            var (font, found) = Rune.IsWhiteSpace(first) && before is not null && before.Font.Has(first) ? (before.Font, true) : chain.For(text.Span);
            if (!found)
                foreach (var rune in text.Span.EnumerateRunes())
                    if (!font.Has(rune) && !FontChain.IsUnseen(rune))
                        _missing.Add(rune);
            clusters.Add(new Cluster(text, first, span.Style, chain, font, script, found));
            rest = rest[length..];
        }
    }

    private void Add(List<Cluster> clusters, bool toLeft)
    {
        var (first, text) = (clusters[0], string.Concat(clusters.Select(cluster => cluster.Text.ToString())));
        var utf8 = Encoding.UTF8.GetBytes(text);
        var glyphs = first.Font.Shape(utf8, clusters.Select(cluster => cluster.Script).FirstOrDefault(Scripts.IsOwn, Script.Common), toLeft, first.Chain.Cell > 0);
        var run = new TextRun(first.Style, first.Font, first.Chain.IsSlanted(first.Font), utf8, glyphs, Width, first.Chain.Cell * first.Style.Size);
        _runs.Add(run);
        Width += run.Width;
    }

    // Lines are the caller's: what would break one or jump in it is a space. Half a character is none.
    private static string Clean(string text) => string.Create(text.Length, text, static (clean, text) =>
    {
        for (var i = 0; i < text.Length; i++)
            clean[i] = text[i] switch
            {
                var c when char.IsControl(c) || c is '\u2028' or '\u2029' => ' ',
                var c when char.IsHighSurrogate(c) && (i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) => '\uFFFD',
                var c when char.IsLowSurrogate(c) && (i == 0 || !char.IsHighSurrogate(text[i - 1])) => '\uFFFD',
                var c => c,
            };
    });

    // What a reader takes for one character.
    private sealed record Cluster(ReadOnlyMemory<char> Text, Rune First, TextStyle Style, FontChain Chain, FontFile Font, Script Script, bool IsFound)
    {
        // The box of what no font has is stretched alone.
        public bool GoesOn(Cluster other) => Style == other.Style && Font == other.Font && IsFound == other.IsFound && (Script == other.Script || !Scripts.IsOwn(Script) || !Scripts.IsOwn(other.Script));
    }
}
