namespace Kinolux.Core.Review;

/// <summary>Where what an output shows comes from; what comes later stands over what comes before.</summary>
public enum Origin
{
    /// <summary>From the source, the same bits in the same place.</summary>
    Untouched,

    /// <summary>From the same place of the source, moved or given another level.</summary>
    Moved,

    /// <summary>Put in place of damage, from what the source has elsewhere.</summary>
    Repaired,

    /// <summary>Made: the source has no such thing.</summary>
    Generated,
}
