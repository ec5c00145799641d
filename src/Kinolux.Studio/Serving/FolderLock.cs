using Kinolux.Core.Faults;
using Kinolux.Core.Files;

namespace Kinolux.Studio.Serving;

/// <summary>Holds a production for one studio: two would run their jobs over each other. It goes away with the program, even when that is killed.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <exception cref="FaultException">KX6008: another studio holds it; KX4001, KX4101: the folder cannot be written.</exception>
    public static FolderLock Take(string production)
    {
        try
        {
            var folder = new ClosedFolder(production).Make(".kinolux");
            return new FolderLock(new FileStream(folder.At(".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException cause) when (DiskFault.IsHeld(cause))
        {
            throw FaultException.Of("KX6008", cause, ("folder", production));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DiskFault.Of(production, cause);
        }
    }

    public void Dispose() => _file.Dispose();
}
