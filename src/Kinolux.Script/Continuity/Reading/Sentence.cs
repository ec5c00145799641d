namespace Kinolux.Script.Continuity.Reading;

/// <summary>A sentence of action, with what it names.</summary>
/// <param name="Element">The index of its element.</param>
/// <param name="Scene">The index of its scene; -1 before the first.</param>
/// <param name="IsFirst">True for the first of its element.</param>
internal sealed record Sentence(int Element, int Scene, bool IsFirst, List<Token> Words)
{
    /// <summary>True where its words hold these in a row.</summary>
    public bool Says(int at, params ReadOnlySpan<string> words)
    {
        if (at < 0 || at + words.Length > Words.Count)
            return false;
        for (var i = 0; i < words.Length; i++)
            if (Words[at + i].Text != words[i])
                return false;
        return true;
    }

    /// <summary>The word at a place; nothing where there is none.</summary>
    public string At(int index) => index >= 0 && index < Words.Count ? Words[index].Text : "";
}
