namespace Kinolux.Restoration.Pictures;

/// <summary>Which of a film's pictures is meant.</summary>
public enum FrameSide
{
    /// <summary>The source's, or what came of undoing its fields.</summary>
    Before,

    /// <summary>The restored one.</summary>
    After,
}
