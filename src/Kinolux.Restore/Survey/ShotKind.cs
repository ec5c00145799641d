namespace Kinolux.Restore.Survey;

/// <summary>What a shot shows.</summary>
public enum ShotKind
{
    Picture,

    /// <summary>Still text, such as an intertitle of a silent film.</summary>
    Title,

    /// <summary>Nothing but black or white.</summary>
    Blank,
}
