using System.Text;
using Kinolux.Core.Faults;

namespace Kinolux.Core.Files;

/// <summary>
/// Files that appear whole or not at all, also after a power cut: written beside their place, flushed to the disk, renamed, and their folder flushed.
/// What returned from here is on the disk.
/// </summary>
public static class AtomicFile
{
    private const int LongestStem = 40;

    /// <exception cref="FaultException">KX4001: the disk is full; KX4101: the folder is read-only or gone.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var temporary = Beside(path);
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
                write(stream);
            Place(temporary, path, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DiskFault.Of(path, cause);
        }
        finally
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
        }
    }

    public static void WriteText(string path, string text) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Takes a finished file of the same folder to its place, whoever wrote it.</summary>
    /// <exception cref="IOException">Something is there that is not to be replaced, or the disk refuses.</exception>
    public static void Place(string temporary, string path, bool overwrite)
    {
        DiskFlush.File(temporary);
        Rename(temporary, path, overwrite);
        DiskFlush.Folder(FolderOf(path));
    }

    /// <summary>Takes finished files of one folder into another as one: all contents are flushed before the first is renamed.</summary>
    /// <exception cref="IOException">Something is there that is not to be replaced, or the disk refuses.</exception>
    public static void PlaceAll(string from, IReadOnlyList<string> names, string folder, bool overwrite)
    {
        foreach (var name in names)
            DiskFlush.File(Path.Combine(from, name));
        foreach (var name in names)
            Rename(Path.Combine(from, name), Path.Combine(folder, name), overwrite);
        DiskFlush.Folder(folder);
    }

    /// <summary>What is put behind the name of a finished folder while the one that it replaces is there.</summary>
    public const string Replaced = ".old";

    /// <summary>Takes a finished folder to its place; one that is there is replaced, and removed only when the new one has its name.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void PlaceFolder(string temporary, string path)
    {
        FlushAll(temporary);
        var old = temporary + Replaced;
        if (Directory.Exists(old))
            Directory.Delete(old, recursive: true);
        if (Directory.Exists(path))
            Directory.Move(path, old);
        Directory.Move(temporary, path);
        DiskFlush.Folder(FolderOf(path));
        if (Directory.Exists(old))
            Directory.Delete(old, recursive: true);
    }

    /// <summary>Has the disk keep a folder with all that is in it, whoever wrote that.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void FlushAll(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            DiskFlush.File(file);
        foreach (var inner in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories).Append(folder))
            DiskFlush.Folder(inner);
    }

    /// <summary>Adds lines at the end of a file, which need not be there; under other names of the same file nothing changes.</summary>
    /// <exception cref="FaultException">KX4001: the disk is full; KX4101: the folder is read-only or gone.</exception>
    public static void Append(string path, string lines)
    {
        try
        {
            var isNew = !File.Exists(path);
            using (var stream = OwnFile.Open(path, FileShare.Read))
            {
                stream.Seek(0, SeekOrigin.End);
                stream.Write(Encoding.UTF8.GetBytes(lines));
                stream.Flush(flushToDisk: true);
            }
            if (isNew)
                DiskFlush.Folder(FolderOf(path));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DiskFault.Of(path, cause);
        }
    }

    // No longer than its name can be where that is as long as names can be.
    private static string Beside(string path)
    {
        var name = Path.GetFileName(path);
        return Path.Combine(Path.GetDirectoryName(path) ?? "", $"{(name.Length > LongestStem ? name[..LongestStem] : name)}.{Guid.NewGuid().ToString("N")[..12]}.tmp");
    }

    // By rename alone: without leave to replace, .NET links and unlinks, which some file systems do not have.
    private static void Rename(string from, string to, bool overwrite)
    {
        if (!overwrite && Path.Exists(to))
            throw new IOException($"{to} is there already");
        File.Move(from, to, overwrite: true);
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;
}
