namespace Kinolux.Script.Emotion;

/// <summary>What a text feels like by its words.</summary>
/// <param name="Words">How many it has.</param>
/// <param name="Charged">How many of them have a value.</param>
/// <param name="Sum">The sum of these values, each −1 to 1.</param>
/// <param name="Strength">The sum of their sizes.</param>
public readonly record struct Feeling(int Words, int Charged, double Sum, double Strength)
{
    // So that one word alone says little.
    private const double Doubt = 2;

    /// <summary>−1 to 1: the mean of the charged words, drawn towards 0 as if there were two more that are neutral.</summary>
    public double Valence => Sum / (Charged + Doubt);

    /// <summary>0 to 1: how much of the text is charged and how strongly; 1 where every tenth word is of the strongest.</summary>
    public double Arousal => Words == 0 ? 0 : Math.Min(1, 10 * Strength / Words);

    public static Feeling operator +(Feeling a, Feeling b) => new(a.Words + b.Words, a.Charged + b.Charged, a.Sum + b.Sum, a.Strength + b.Strength);
}
