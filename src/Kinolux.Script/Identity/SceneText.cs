using Kinolux.Script.Model;

namespace Kinolux.Script.Identity;

/// <summary>What a scene says, to be held against others. Two are equal where they say the same, letter by letter.</summary>
internal sealed class SceneText : IEquatable<SceneText>
{
    // What a heading tells of a scene, beside all else in it.
    private const double OfHeading = 0.25;

    private readonly string _heading;
    private readonly string _whole;
    private readonly IReadOnlyList<KnownElement> _elements;
    private WordPairs? _words, _headingWords;

    /// <param name="elements">Its heading first.</param>
    public SceneText(IReadOnlyList<KnownElement> elements)
    {
        _elements = elements;
        _heading = elements.Count > 0 && elements[0].Kind == ElementKind.SceneHeading ? elements[0].Text : "";
        _whole = string.Join('\n', elements.Select(element => $"{(char)('A' + (int)element.Kind)}{element.Text}"));
    }

    public bool HasHeadingOf(SceneText other) => string.Equals(_heading, other._heading, StringComparison.OrdinalIgnoreCase);

    /// <summary>How much of two scenes is the same, 0 to 1.</summary>
    public double Likeness(SceneText other)
    {
        if (Equals(other))
            return 1;
        var heading = HeadingWords.Likeness(other.HeadingWords);
        return Words.IsEmpty && other.Words.IsEmpty ? heading : heading * OfHeading + Words.Likeness(other.Words) * (1 - OfHeading);
    }

    public bool Equals(SceneText? other) => other?._whole == _whole;

    public override bool Equals(object? obj) => Equals(obj as SceneText);

    public override int GetHashCode() => _whole.GetHashCode(StringComparison.Ordinal);

    private WordPairs Words => _words ??= WordPairs.Of(_elements.Skip(_heading.Length > 0 ? 1 : 0).Select(element => element.Text));

    private WordPairs HeadingWords => _headingWords ??= WordPairs.Of([_heading]);
}
