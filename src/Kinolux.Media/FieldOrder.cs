namespace Kinolux.Media;

/// <summary>How a film says its rows were taken.</summary>
public enum FieldOrder
{
    Unknown,
    Progressive,

    /// <summary>Interlaced, the top field first.</summary>
    TopFirst,

    /// <summary>Interlaced, the bottom field first.</summary>
    BottomFirst,
}
