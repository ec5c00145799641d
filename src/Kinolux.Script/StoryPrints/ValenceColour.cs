using System.Globalization;

namespace Kinolux.Script.StoryPrints;

/// <summary>The colour of a feeling: from orange through grey to blue, which colour-blind eyes tell apart.</summary>
internal static class ValenceColour
{
    // What people say in a scene is seldom further from neutral.
    private const double Full = 0.25;

    private static readonly (int R, int G, int B) Worst = (0xb3, 0x58, 0x06);
    private static readonly (int R, int G, int B) Neutral = (0xb4, 0xb4, 0xb0);
    private static readonly (int R, int G, int B) Best = (0x1f, 0x6f, 0xb8);

    public static string Of(double valence)
    {
        var share = Math.Min(1, Math.Abs(valence) / Full);
        var end = valence < 0 ? Worst : Best;
        return string.Create(CultureInfo.InvariantCulture, $"#{Mix(Neutral.R, end.R, share):x2}{Mix(Neutral.G, end.G, share):x2}{Mix(Neutral.B, end.B, share):x2}");
    }

    private static int Mix(int from, int to, double share) => (int)Math.Round(from + ((to - from) * share));
}
