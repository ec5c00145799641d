namespace Kinolux.Script.Model;

/// <summary>One element of a screenplay: a heading, a paragraph of action, a cue, … Does not change. Two are equal where they are the same one.</summary>
public sealed record ScriptElement
{
    private readonly Func<string, IReadOnlyList<TextRun>>? _read;
    private IReadOnlyList<TextRun>? _runs;
    private string? _text;

    /// <summary>An element of a text.</summary>
    /// <param name="read">Makes runs of the content when they are asked for; null where it has no marks.</param>
    internal ScriptElement(ElementKind kind, SourceSpan span, string content, int blankBefore, Func<string, IReadOnlyList<TextRun>>? read)
    {
        (Kind, Span, Content, BlankBefore, _read) = (kind, span, content, blankBefore, read);
    }

    /// <summary>An element in runs.</summary>
    public ScriptElement(ElementKind kind, SourceSpan span, IReadOnlyList<TextRun> runs)
    {
        (Kind, Span, Content, _runs) = (kind, span, string.Concat(runs.Select(run => run.Text)), runs);
    }

    public ElementKind Kind { get; }

    /// <summary>Where it is in the source, force marks, scene number and all.</summary>
    public SourceSpan Span { get; private init; }

    /// <summary>What it says as its format writes it, notes and emphasis included; without what makes it this kind (<c>@ ! . &gt; ~ = #</c>), scene number and <c>^</c>. Lines are parted by <c>\n</c>.</summary>
    public string Content { get; }

    /// <summary>What is printed, in runs that look alike, and what is not, in runs that say so.</summary>
    public IReadOnlyList<TextRun> Runs => _runs ??= _read?.Invoke(Content) ?? [new TextRun(Content)];

    /// <summary>What it says in print, without emphasis. Lines are parted by <c>\n</c>.</summary>
    public string Text => _text ??= Runs is [{ IsPrinted: true } only] ? only.Text : string.Concat(Runs.Where(run => run.IsPrinted).Select(run => run.Text));

    /// <summary>A scene's number as written, without <c>#</c>; null where it has none.</summary>
    public string? Number { get; init; }

    /// <summary>How deep a section is, from 1; 0 for all else.</summary>
    public int Depth { get; init; }

    /// <summary>True for the cue of a speech that is said while the one before is.</summary>
    public bool IsDual { get; init; }

    /// <summary>True where a mark made it this kind.</summary>
    public bool IsForced { get; init; }

    /// <summary>How sure its kind is, from 0 to 1: 1 where the format says it, less where it was told by its place on a page.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Blank lines before it in the source, up to what is printed before it; where a note or boneyard is between, those on the side that has more.</summary>
    public int BlankBefore { get; }

    /// <summary>What the source calls it where <see cref="Kind"/> does not tell, such as a type of Final Draft's.</summary>
    public string? Type { get; init; }

    /// <summary>What the source says of the scene that a heading begins; null where it says nothing.</summary>
    public SceneProperties? Properties { get; init; }

    /// <summary>The same element where the text before it grew.</summary>
    internal ScriptElement Moved(int characters, int lines) => this with { Span = Span.Moved(characters, lines) };

    public bool Equals(ScriptElement? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    public override string ToString() => $"{Span.Line + 1} {Kind}: {Text}";
}
