using Kinolux.Script.Model;

namespace Kinolux.Script.Pages;

/// <summary>What stays together on a page where it can: a paragraph, a speech, two speeches side by side.</summary>
/// <param name="Pieces">One below the other.</param>
/// <param name="Space">Blank lines before it, but at the top of a page.</param>
internal sealed record PageBlock(IReadOnlyList<PagePiece> Pieces, int Space)
{
    private const string More = "(MORE)";
    private const string Continued = "(CONT'D)";

    /// <summary>What is beside it in a second column.</summary>
    public IReadOnlyList<PagePiece> Right { get; init; } = [];

    /// <summary>True where it must not be the last on its page.</summary>
    public bool KeepsNext { get; init; }

    /// <summary>True where it must not be the first on its page, as a transition.</summary>
    public bool KeepsPrevious { get; init; }

    /// <summary>True where a new page begins after it.</summary>
    public bool EndsPage { get; init; }

    /// <summary>True where it is the rest of a speech: its cue is said again.</summary>
    public bool IsContinued { get; init; }

    /// <summary>True where the rest of its speech is on the next page.</summary>
    public bool IsMore { get; init; }

    private bool IsSpeech => Pieces is [{ Kind: ElementKind.Character }, ..];

    public int Lines => Math.Max(Pieces.Sum(piece => piece.Count), Right.Sum(piece => piece.Count)) + (IsMore ? 1 : 0);

    /// <summary>Its lines from a row on.</summary>
    public IEnumerable<PageLine> Set(int row) => Column(Pieces, row).Concat(Column(Right, row));

    private IEnumerable<PageLine> Column(IReadOnlyList<PagePiece> pieces, int row)
    {
        foreach (var piece in pieces)
            for (var i = 0; i < piece.Count; i++)
                yield return piece.Line(i, row++) with { IsAdded = IsContinued && piece == pieces[0] };
        if (IsMore && pieces == Pieces)
            yield return new PageLine(row, PageStyle.Of(ElementKind.Character).Column, [new TextRun(More)], pieces[^1].Element, IsAdded: true);
    }

    /// <summary>Parts it so that the first part has at most so many lines; null where nothing good comes of it.</summary>
    /// <param name="whole">Lines of a page: what is longer is parted anywhere.</param>
    public (PageBlock First, PageBlock Second)? Split(int lines, int whole)
    {
        if (Right.Count > 0)
            return null;
        if (!IsSpeech)
            return Pieces is [{ Kind: ElementKind.Action or ElementKind.General or ElementKind.Lyrics } only] && only.Split(lines, anywhere: true) is var (first, rest) ? (this with { Pieces = [first] }, this with { Pieces = [rest], Space = 0 }) : null;
        return SplitSpeech(lines - 1, Lines > whole);
    }

    // The last good place: where a sentence ends within a piece, or before a parenthetical.
    private (PageBlock First, PageBlock Second)? SplitSpeech(int lines, bool anywhere)
    {
        (PageBlock, PageBlock)? best = null;
        var before = Pieces[0].Count;
        for (var i = 1; i < Pieces.Count && before < lines; i++)
        {
            if (Pieces[i].Kind == ElementKind.Parenthetical && i > 1 && before >= 3)
                best = Parted([.. Pieces.Take(i)], [.. Pieces.Skip(i)]);
            else if (Pieces[i].Kind != ElementKind.Parenthetical && Pieces[i].Split(lines - before, anywhere) is var (first, rest))
                best = Parted([.. Pieces.Take(i), first], [rest, .. Pieces.Skip(i + 1)]);
            before += Pieces[i].Count;
        }
        return best;
    }

    private (PageBlock First, PageBlock Second) Parted(IReadOnlyList<PagePiece> first, IReadOnlyList<PagePiece> rest)
    {
        var cue = Pieces[0];
        var again = IsContinued || cue.Text.Contains("CONT", StringComparison.OrdinalIgnoreCase) ? cue.Text : $"{cue.Text} {Continued}";
        return (this with { Pieces = first, IsMore = true }, this with { Pieces = [new PagePiece(cue.Element, cue.Kind, [new TextRun(again)], cue.Style), .. rest], Space = 1, IsContinued = true, IsMore = false });
    }
}
