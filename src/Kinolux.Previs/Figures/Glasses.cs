namespace Kinolux.Previs.Figures;

/// <summary>What is worn before the eyes.</summary>
public enum Glasses
{
    None, Round, Dark,
}
