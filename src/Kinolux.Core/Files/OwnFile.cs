using System.Runtime.InteropServices;

namespace Kinolux.Core.Files;

/// <summary>
/// Files that are added to in their place. A file may have other names, also outside its folder (hard links), and what is added would be there too:
/// such a file is copied first, and its copy takes its place. Where the system cannot say how many names a file has (anything but Linux), it is taken for one.
/// </summary>
public static partial class OwnFile
{
    // Of statx(2): relative to the working directory, of the entry itself, names alone; where they stand, and how much is written at most.
    private const int WorkingFolder = -100, NoFollow = 0x100;
    private const uint Names = 4;
    private const int NamesAt = 16, Size = 256;

    /// <summary>Opens a file, which need not be there, to read and to write.</summary>
    /// <exception cref="IOException">It is no file, or the disk refuses.</exception>
    public static FileStream Open(string path, FileShare share)
    {
        if (HasOtherNames(path))
            AtomicFile.Write(path, copy =>
            {
                using var there = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                there.CopyTo(copy);
            });
        // Also to read: a pipe in its place would wait for a reader.
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share);
        if (stream.CanSeek)
            return stream;
        stream.Dispose();
        throw new IOException("it is no file");
    }

    private static bool HasOtherNames(string path)
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(path))
            return false;
        Span<byte> facts = stackalloc byte[Size];
        try
        {
            return Statx(WorkingFolder, path, NoFollow, Names, facts) == 0 && MemoryMarshal.Read<uint>(facts[NamesAt..]) > 1;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint wanted, Span<byte> facts);
}
