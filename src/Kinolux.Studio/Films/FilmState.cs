namespace Kinolux.Studio.Films;

/// <summary>How far a film is.</summary>
internal enum FilmState
{
    New,
    Analysed,
    Restored,

    /// <summary>Its source is not where it was.</summary>
    Missing,
}
