namespace Kinolux.Previs.Figures;

/// <summary>How somebody walks.</summary>
public enum Gait
{
    Even, Limp, Cane, Crutches, Shuffle, Upright, Wheelchair,
}
