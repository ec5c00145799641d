using Kinolux.Script.Fountain;

namespace Kinolux.Script.Layout;

/// <summary>Where a document puts what, found from its lines: no two programs and no two typists have the same inches.</summary>
internal sealed class LaidColumns
{
    // What stands nearer to the margin than this is at it.
    private const int Near = 2;

    // Fewer lines than this share of all are no column; a play in verse has hardly any action.
    private const double Least = 0.004;

    private readonly int _cueMiddle = -1;

    /// <summary>Pairs of a cue and what stands right below it.</summary>
    public int Pairs { get; }

    /// <summary>The left edge of action and headings.</summary>
    public int Margin { get; }

    public int Cue { get; } = -1;

    public int Dialogue { get; } = -1;

    public int Parenthetical { get; } = -1;

    /// <summary>Cells that a line of action, of dialogue and of a parenthetical has at most.</summary>
    public int ActionWidth { get; }

    public int DialogueWidth { get; }

    public int ParentheticalWidth { get; }

    /// <summary>Where lines that stand at the right end.</summary>
    public int Right { get; }

    /// <summary>Blank lines before a paragraph, as a rule.</summary>
    public int Space { get; }

    /// <summary>True where more blank lines stand before a heading than before a paragraph.</summary>
    public bool SetsHeadingsApart { get; }

    public LaidColumns(IReadOnlyList<LaidLine> lines)
    {
        if (lines.Count == 0)
            return;
        var least = Math.Max(2, (int)(lines.Count * Least));
        var counts = lines.CountBy(line => line.Column).ToList();
        Margin = counts.Where(count => count.Value >= least).Select(count => count.Key).DefaultIfEmpty(lines.Min(line => line.Column)).Min();
        List<LaidLine> cues = [];
        List<int> spoken = [], remarks = [];
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var (line, next) = (lines[i], lines[i + 1]);
            if (!line.IsApart || next.IsApart || !line.IsCapitals || line.Number is not null || line.Column < Margin + 4 || line.Column <= next.Column || line.Text.Contains("   ", StringComparison.Ordinal))
                continue;
            cues.Add(line);
            if (next.Text[0] is '(' or '（')
                remarks.Add(next.Column);
            else
                spoken.Add(next.Column);
            for (var j = i + 1; j + 1 < lines.Count && !lines[j + 1].IsApart; j++)
                if (lines[j + 1].Text[0] is '(' or '（')
                    remarks.Add(lines[j + 1].Column);
        }
        Pairs = cues.Count;
        Dialogue = Mode(spoken);
        Parenthetical = Mode(remarks.Where(column => column != Dialogue));
        Cue = Mode(cues.Select(cue => cue.Column));
        // Some centre their cues.
        var middle = Mode(cues.Select(cue => cue.Column + cue.Right));
        if (cues.Count(cue => Math.Abs(cue.Column + cue.Right - middle) <= 1) > cues.Count(cue => Math.Abs(cue.Column - Cue) <= 1))
            _cueMiddle = middle;
        ActionWidth = Widest(lines.Where(line => line.Column == Margin).Select(line => line.Width));
        DialogueWidth = Widest(lines.Where(line => line.Column == Dialogue && !line.IsApart && !line.Text.Contains("    ", StringComparison.Ordinal)).Select(line => line.Width));
        ParentheticalWidth = Widest(lines.Where(line => line.Column == Parenthetical && !line.IsApart).Select(line => line.Width));
        Right = Mode(lines.Where(line => line.IsCapitals && line.Text[^1] is ':' or '.' && line.Column > Math.Max(Cue, Margin + 20)).Select(line => line.Right)) is >= 0 and var right ? right : Margin + Math.Max(ActionWidth, 60);
        Space = Mode(lines.Where(line => line.Blank > 0).Select(line => line.Blank)) is > 0 and var space ? space : 1;
        var headings = lines.Where(line => line.Blank > 0 && FountainRules.IsHeading(line.Text)).ToList();
        SetsHeadingsApart = headings.Count == 0 ? lines.Any(line => line.Blank > Space) : headings.Count(line => line.Blank > Space) * 2 > headings.Count;
    }

    public bool IsMargin(LaidLine line) => Math.Abs(line.Column - Margin) < Near;

    public bool IsCue(LaidLine line) => _cueMiddle >= 0 ? Math.Abs(line.Column + line.Right - _cueMiddle) <= 3 : Cue >= 0 && Math.Abs(line.Column - Cue) <= Near;

    public bool IsDialogue(LaidLine line) => Dialogue >= 0 && Math.Abs(line.Column - Dialogue) < Near;

    public bool IsParenthetical(LaidLine line) => Parenthetical >= 0 && Math.Abs(line.Column - Parenthetical) <= Near;

    public bool IsRight(LaidLine line) => Math.Abs(line.Right - Right) <= 1 && line.Column > Math.Max(Margin + 20, Dialogue + 10);

    public bool IsCentred(LaidLine line) => line.Column > Margin + 3 && Math.Abs(line.Column + line.Right - 2 * Margin - Math.Max(ActionWidth, Right - Margin)) <= 3;

    private static int Mode(IEnumerable<int> numbers) => numbers.CountBy(number => number).OrderByDescending(count => count.Value).ThenBy(count => count.Key).Select(count => count.Key).FirstOrDefault(-1);

    // What one line in a hundred reaches: a word that nothing could part says nothing of the others.
    private static int Widest(IEnumerable<int> widths)
    {
        var ordered = widths.OrderDescending().ToList();
        return ordered.Count == 0 ? 0 : ordered[ordered.Count / 100];
    }
}
