namespace Kinolux.Core.Review;

/// <summary>What became of a stored place in another version of its document.</summary>
public enum Anchoring
{
    /// <summary>It is where it was.</summary>
    Found,

    /// <summary>It is elsewhere, and surely the same.</summary>
    Moved,

    /// <summary>It may be one of several: a person says which, and till then nothing is decided by it.</summary>
    Ambiguous,

    /// <summary>It is not there any more.</summary>
    Gone,
}
