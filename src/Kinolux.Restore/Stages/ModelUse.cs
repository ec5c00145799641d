namespace Kinolux.Restore.Stages;

/// <summary>Whether a neural network may do a stage's work.</summary>
public enum ModelUse
{
    /// <summary>Where its card says that it does so better, within what the quality may cost.</summary>
    Auto,

    Never,

    /// <summary>Whatever its card says; the user's own before those that come with Kinolux.</summary>
    Always,
}
