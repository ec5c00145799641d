using System.Runtime.InteropServices;

namespace Kinolux.Core.Files;

/// <summary>Has the disk keep what was written. A file's content and the name under which its folder lists it are kept apart: a power cut may leave either without the other.</summary>
public static partial class DiskFlush
{
    /// <summary>A file's content, whoever wrote it.</summary>
    public static void File(string path)
    {
        using var file = System.IO.File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Which files a folder lists. .NET opens no folders, so this asks the system itself; where that has no such thing (Windows keeps names by itself), nothing is done.</summary>
    public static void Folder(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        var folder = Open(path.Length == 0 ? "." : path, 0);
        if (folder < 0)
            throw new IOException($"{path} cannot be opened: {Marshal.GetLastPInvokeErrorMessage()}");
        var failure = Sync(folder) == 0 ? 0 : Marshal.GetLastPInvokeError();
        _ = Close(folder);
        // Some file systems have nothing to flush for a folder, and say so.
        if (failure is not (0 or InvalidArgument))
            throw new IOException($"{path} cannot be flushed: {Marshal.GetPInvokeErrorMessage(failure)}", failure);
    }

    private const int InvalidArgument = 22;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int file);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
