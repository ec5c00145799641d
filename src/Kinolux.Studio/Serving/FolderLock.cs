using Kinolux.Core.Faults;

namespace Kinolux.Studio.Serving;

/// <summary>Holds a production for one studio: two would run their jobs over each other. It goes away with the program, even when that is killed.</summary>
internal sealed class FolderLock : IDisposable
{
    // EWOULDBLOCK.
    private const int LockedOnLinux = 11;
    private const int LockedOnMac = 35;
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <exception cref="FaultException">KX6008: another studio holds it; KX4101: the folder cannot be written.</exception>
    public static FolderLock Take(string production)
    {
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(production, ".kinolux")).FullName;
            return new FolderLock(new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException cause) when (cause.HResult is LockedOnLinux or LockedOnMac)
        {
            throw FaultException.Of("KX6008", cause, ("folder", production));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw FaultException.Of("KX4101", cause, ("path", production), ("why", cause.Message));
        }
    }

    public void Dispose() => _file.Dispose();
}
