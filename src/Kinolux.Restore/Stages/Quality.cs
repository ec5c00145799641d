namespace Kinolux.Restore.Stages;

/// <summary>How much time a stage may spend on each frame.</summary>
public enum Quality
{
    Fast,
    Balanced,
    Best,
}
