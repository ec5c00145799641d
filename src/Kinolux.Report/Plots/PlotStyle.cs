namespace Kinolux.Report.Plots;

/// <summary>How a measure along the film is drawn.</summary>
public enum PlotStyle
{
    /// <summary>A curve: brightness, a path.</summary>
    Line,

    /// <summary>Bars from zero: how much of something each frame has.</summary>
    Bars,
}
