namespace Kinolux.Restore.Survey.Copies;

/// <summary>How a frame differs from an earlier one. In 16-bit levels, but for <see cref="Move"/> and <see cref="Explained"/>.</summary>
/// <param name="Mean">Mean |difference|.</param>
/// <param name="Whole">Root of the mean square of the difference.</param>
/// <param name="Usual">The same in the middle one of all blocks of 8 × 8 samples that show something.</param>
/// <param name="Beyond">How far, in that block where it is most, the difference goes beyond what a codec does to a block with so much in it; in any plane.</param>
/// <param name="Light">How much brighter the later one is, or darker.</param>
/// <param name="Move">How far the whole picture moves, in samples.</param>
/// <param name="Explained">The share of the difference, in squares, that this move explains.</param>
internal readonly record struct CopyTraits(double Mean, double Whole, double Usual, double Beyond, double Light, double Move, double Explained)
{
    private const double Level = 257;

    /// <summary>A block's difference that a codec makes on even ground, and what it may be more, as a share of what the block shows.</summary>
    public const double BlockNoise = 12 * Level, OfDetail = 0.25;

    // Quieter than this, a difference may be a codec's whatever the film's own noise.
    private const double Quiet = 0.25 * Level;

    // Grain that is new differs by 1.13 deviations on the mean, its blocks by 1.41.
    private const double MeanOfNoise = 0.4, UsualOfNoise = 0.25;

    // A codec leaves most of a repeat as it was and touches some of it; grain is everywhere.
    private const double UsualOfWhole = 0.4;

    private const double MostLight = 0.15 * Level;

    // Where blocks are touched at random they seem to move the picture by a fiftieth of a sample, but that explains nothing.
    private const double MostMove = 0.02, MostExplained = 0.1;

    /// <summary>The largest mean difference of a copy in a film of so much noise.</summary>
    public static double MostMean(double noise) => Math.Max(Quiet, MeanOfNoise * noise);

    /// <param name="noise">The film's, a deviation.</param>
    public bool IsCopy(double noise) =>
        Mean <= MostMean(noise)
        && (Usual <= UsualOfNoise * noise || Usual <= UsualOfWhole * Whole)
        && Beyond <= 0 && Light <= MostLight && (Move <= MostMove || Explained <= MostExplained);
}
