using Kinolux.Restore.Motion;
using Kinolux.Restore.Noise;
using Kinolux.Restore.Survey.Flecks;
using Kinolux.Restore.Survey.Steps;

namespace Kinolux.Restore.Survey;

/// <summary>
/// What the first pass measures on one frame of the untouched film. Grey values are of the guide plane, in full-scale 16-bit levels.
/// </summary>
public sealed record FrameSurvey
{
    /// <summary>Columns of <see cref="Grid"/>.</summary>
    public const int GridWidth = 16;

    /// <summary>Rows of <see cref="Grid"/>.</summary>
    public const int GridHeight = 12;

    /// <summary>Quantiles in <see cref="Quantiles"/>, at (i + 0.5) / count of the area.</summary>
    public const int QuantileCount = 16;

    /// <summary>Columns of <see cref="Thumbnail"/>.</summary>
    public const int ThumbnailWidth = 32;

    /// <summary>Rows of <see cref="Thumbnail"/>.</summary>
    public const int ThumbnailHeight = 24;

    public required float Mean { get; init; }

    /// <summary>Grey values below which (i + 0.5) / <see cref="QuantileCount"/> of the picture is.</summary>
    public required float[] Quantiles { get; init; }

    /// <summary>Mean grey of each cell of a <see cref="GridWidth"/> × <see cref="GridHeight"/> grid over the picture, row by row.</summary>
    public required float[] Grid { get; init; }

    /// <summary>Standard deviation of the noise, in 16-bit levels, from the quietest blocks.</summary>
    public required float Noise { get; init; }

    /// <summary>The noise by brightness, as <see cref="Kinolux.Restore.Noise.NoiseMeter"/> measures it; <see cref="NoiseCurve.None"/> where nobody looked.</summary>
    public NoiseCurve NoiseCurve { get; init; } = NoiseCurve.None;

    /// <summary>How coarse the noise is, 1 (as fine as samples) to 4.</summary>
    public float Coarseness { get; init; } = 1;

    /// <summary>Deviation of all that changes on still ground from the frame before, in 16-bit levels: grain of any coarseness. 0 where it cannot be told.</summary>
    public float Unrest { get; init; }

    /// <summary>What is in the frame before this one only, as far as it and those around it are still; null where that was not looked for, as beside a repeat.</summary>
    public FleckCensus? Flecks { get; init; }

    /// <summary>True where the frame is the one before it again, or the one that that repeats, but for what a codec made of it.</summary>
    public bool IsCopy { get; init; }

    /// <summary>Mean and largest grid-cell difference to the previous frame, sample by sample without motion compensation; 0 for the first frame.</summary>
    public required float Difference { get; init; }

    public required float BlockDifference { get; init; }

    /// <summary>Motion of the whole picture since the previous frame.</summary>
    public required GlobalMotion Motion { get; init; }

    /// <summary>0 to 1: how much the frame looks like text on an even ground.</summary>
    public float Text { get; init; }

    /// <summary>The picture in <see cref="ThumbnailWidth"/> × <see cref="ThumbnailHeight"/> cells of 8-bit grey, row by row; empty where it was not kept.</summary>
    public byte[] Thumbnail { get; init; } = [];

    /// <summary>What changed since about twelve frames earlier, wherever the scene lay then; null where there was nothing to compare with.</summary>
    internal StepGrid? Step { get; init; }

    /// <summary>How deep the rim is on each side, as <see cref="RimMeter"/> measures it; empty where nobody looked.</summary>
    internal float[] Rim { get; init; } = [];

    /// <summary>How the frame compares with those <see cref="PairSurvey.Lags"/> frames earlier, as far as the film has them, in that order.</summary>
    public IReadOnlyList<PairSurvey> Pairs { get; init; } = [];

    /// <summary>Grey range that holds nearly all of the picture.</summary>
    public float Contrast => Quantiles[^1] - Quantiles[0];

    /// <summary>True where the frame shows nothing but black, white or one grey: neither in most of the picture, nor as the lettering of a card, which covers little of it.</summary>
    public bool IsBlank => Contrast < BlankContrast && Lettering < LetteringCells;

    // A grey range below this, in 16-bit levels, shows nothing.
    internal const float BlankContrast = 0.03f * 65535;

    // Cells of the thumbnail that stand out from its ground by so many 8-bit levels; a hair or a speck on a black frame covers fewer.
    private const int LetteringLevels = 12;
    private const int LetteringCells = ThumbnailWidth * ThumbnailHeight / 64;

    private int Lettering
    {
        get
        {
            if (Thumbnail.Length == 0)
                return 0;
            var ground = Quantiles[Quantiles.Length / 2] / 257;
            return Thumbnail.Count(grey => Math.Abs(grey - ground) > LetteringLevels);
        }
    }
}
