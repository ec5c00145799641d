namespace Kinolux.Restore.Survey;

/// <summary>Whether a frame shows a moment of its own.</summary>
internal enum FrameState
{
    Good,

    /// <summary>The same picture as the frame before it, while the film around it moves.</summary>
    Duplicate,

    /// <summary>Nothing but black or white.</summary>
    Blank,

    /// <summary>A picture that has nothing in common with those before and after it, which have with each other.</summary>
    Destroyed,
}
