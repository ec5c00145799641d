namespace Kinolux.Core.Review;

/// <summary>Which findings of a kind are one and the same thing seen more than once, so that a person is asked once.</summary>
public enum Recurrence
{
    /// <summary>Each is a thing of its own.</summary>
    Alone,

    /// <summary>Those in the same place of the picture, in one frame after another: a hair in the gate.</summary>
    Spot,

    /// <summary>Those on the same upright line, however much of its height shows: a scratch.</summary>
    Line,

    /// <summary>All of them: one cause runs through the whole document.</summary>
    Everywhere,
}
