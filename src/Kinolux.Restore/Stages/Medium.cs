namespace Kinolux.Restore.Stages;

/// <summary>What a stage restores.</summary>
public enum Medium
{
    Picture,
    Sound,
}
