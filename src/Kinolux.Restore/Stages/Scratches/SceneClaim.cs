namespace Kinolux.Restore.Stages.Scratches;

/// <summary>Why a line is left to the scene whatever the film shows of it, see <see cref="LineScene"/>.</summary>
internal enum SceneClaim
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>The light jumps.</summary>
    LightJumps,

    /// <summary>The picture stands.</summary>
    Stands,

    /// <summary>It passes.</summary>
    Passes,
}
