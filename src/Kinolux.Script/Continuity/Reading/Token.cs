namespace Kinolux.Script.Continuity.Reading;

/// <summary>A word of a text, or the name of a person, which is one token however many words it has.</summary>
/// <param name="Text">In small letters, without <c>'s</c>.</param>
/// <param name="Start">Where it begins in the element's text.</param>
/// <param name="End">One past its end, <c>'s</c> included.</param>
/// <param name="Person">The index of the person whom it names; -1 for none.</param>
internal readonly record struct Token(string Text, int Start, int End, int Person, TokenLook Look, char After)
{
    public bool IsCapital => (Look & TokenLook.Capital) != 0;

    public bool IsCapitals => (Look & TokenLook.Capitals) != 0;

    public bool IsPossessive => (Look & TokenLook.Possessive) != 0;

    /// <summary>True where a sentence ends behind it.</summary>
    public bool EndsSentence => After == '.';

    /// <summary>True where a clause or sentence ends behind it.</summary>
    public bool EndsClause => After is '.' or ',';
}

/// <summary>How a word is written.</summary>
[Flags]
internal enum TokenLook
{
    Plain = 0,

    /// <summary>Its first letter is a capital.</summary>
    Capital = 1,

    /// <summary>It has two letters and more, all capitals.</summary>
    Capitals = 2,

    /// <summary>It ends with <c>'s</c>.</summary>
    Possessive = 4,
}
