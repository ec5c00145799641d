namespace Kinolux.Restore.Stages.Stabilise;

/// <summary>What is done where the steadied picture leaves the frame's edge empty.</summary>
public enum Border
{
    /// <summary>Filled from the neighbouring frames.</summary>
    Fill,

    /// <summary>The picture's outermost samples are repeated.</summary>
    Keep,

    /// <summary>The whole shot is enlarged until no edge shows.</summary>
    Zoom,
}
