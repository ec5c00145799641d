namespace Kinolux.Core.Faults;

/// <summary>What a file system refused, as a fault: one code for a full disk, wherever it is met.</summary>
public static class DiskFault
{
    private const int NoSpaceLeft = 28;
    private const int QuotaExceededOnLinux = 122;
    private const int QuotaExceededOnMac = 69;

    // EWOULDBLOCK.
    private const int LockedOnLinux = 11;
    private const int LockedOnMac = 35;

    /// <summary>KX4001 where the disk or the quota is full, else KX4101.</summary>
    /// <param name="path">What was to be written.</param>
    public static FaultException Of(string path, Exception cause) =>
        IsFull(cause) ? Full(path, cause) : FaultException.Of("KX4101", cause, ("path", path), ("why", cause.Message));

    public static FaultException Full(string path, Exception? cause = null) => new(FaultException.Of("KX4001", ("path", path)).Fault, cause);

    public static bool IsFull(Exception cause) => cause is IOException && (cause.HResult & 0xFFFF) is NoSpaceLeft or QuotaExceededOnLinux or QuotaExceededOnMac;

    /// <summary>True where a file could not be opened since another process holds it.</summary>
    public static bool IsHeld(IOException cause) => cause.HResult is LockedOnLinux or LockedOnMac;

    /// <summary>True where a tool's own words say so.</summary>
    public static bool IsFull(string words) =>
        words.Contains("No space left", StringComparison.Ordinal) || words.Contains("quota exceeded", StringComparison.OrdinalIgnoreCase);
}
