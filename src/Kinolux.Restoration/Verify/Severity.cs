namespace Kinolux.Restoration.Verify;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>A person should know it; the proof stands.</summary>
    Warning,

    /// <summary>The proof fails.</summary>
    Error,
}
