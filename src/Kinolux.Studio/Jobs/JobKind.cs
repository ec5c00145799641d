namespace Kinolux.Studio.Jobs;

/// <summary>What a job does.</summary>
internal enum JobKind
{
    /// <summary>Finds damage, makes no pictures.</summary>
    Analyse,

    /// <summary>Renders the output; what is there already is kept.</summary>
    Restore,
}
