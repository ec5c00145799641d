namespace Kinolux.Restoration.Verify;

/// <summary>Which output to prove.</summary>
public sealed record VerifyRequest
{
    /// <summary>The output, or its work folder.</summary>
    public required string Output { get; init; }

    /// <summary>The work folder; null for the one beside the output.</summary>
    public string? Work { get; init; }

    /// <summary>Where the source is now; null for where it was when it was restored.</summary>
    public string? Film { get; init; }

    /// <summary>Where the source is to be given back: a file, or a pattern for a sequence; null for nowhere.</summary>
    public string? RestoreOriginal { get; init; }

    /// <summary>Chunks at work at a time; 0 for one per core.</summary>
    public int Jobs { get; init; }
}
