using System.Security.Cryptography;
using System.Text;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;

namespace Kinolux.Work.Folders;

/// <summary>Keeps a second run away from an output that a run is making, whatever their work folders: it would take the first one's unfinished file for a killed run's.</summary>
public static class OutputLock
{
    /// <summary>Holds the output until disposed; null where nothing can be written beside it, which the output's own check tells.</summary>
    /// <exception cref="FaultException">KX4103: another run holds it; KX4107: a link is in its place.</exception>
    public static FileStream? Hold(string output)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(output)) ?? ".";
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFileName(output))).AsSpan(0, 6));
        try
        {
            return new FileStream(new ClosedFolder(folder).At($".{name}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException cause) when (DiskFault.IsHeld(cause))
        {
            throw FaultException.Of("KX4103", cause, ("path", output));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
