namespace Kinolux.Restore.Stages.Degrain;

/// <summary>Whether a neural network may take the noise out.</summary>
public enum ModelUse
{
    /// <summary>Where its card says that it does so better at the shot's noise, within what the quality may cost.</summary>
    Auto,

    Never,

    /// <summary>Whatever its card says; the user's own before those that come with Kinolux.</summary>
    Always,
}
