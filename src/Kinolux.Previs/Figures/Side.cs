namespace Kinolux.Previs.Figures;

/// <summary>A side of a figure, its own.</summary>
public enum Side
{
    Left,
    Right,
}
