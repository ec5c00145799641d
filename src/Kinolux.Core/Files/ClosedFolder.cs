using Kinolux.Core.Faults;

namespace Kinolux.Core.Files;

/// <summary>
/// A folder that may have come from elsewhere, and the one way to a path in it: names are names and no paths, and nothing on the way is a link, so the path is below the folder.
/// The folder's own path is a person's to choose. What is looked at is what is there: nobody is kept from changing it meanwhile who may write there.
/// </summary>
public sealed class ClosedFolder
{
    /// <param name="path">As a person named it.</param>
    public ClosedFolder(string path) => Path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));

    /// <summary>Full path.</summary>
    public string Path { get; }

    public bool Exists => Directory.Exists(Path);

    /// <summary>A folder that is no link itself.</summary>
    /// <exception cref="FaultException">KX4107: it is one.</exception>
    public static ClosedFolder NoLink(string path)
    {
        var folder = new ClosedFolder(path);
        return IsLink(folder.Path) ? throw Leads(folder.Path) : folder;
    }

    /// <summary>True for what can be the name of a file in a folder: no path, and not the folder itself or the one above.</summary>
    public static bool IsName(string? name) =>
        name is not (null or "" or "." or "..") && System.IO.Path.GetFileName(name) == name && !name.Contains('\0', StringComparison.Ordinal);

    /// <summary>The path of a file or folder in it, which need not be there.</summary>
    /// <exception cref="FaultException">KX4107: a name is none, or what is there is a link.</exception>
    public string At(params ReadOnlySpan<string> names)
    {
        var at = Path;
        foreach (var name in names)
        {
            if (!IsName(name))
                throw Leads(System.IO.Path.Combine(at, name.Replace("\0", "", StringComparison.Ordinal)));
            at = System.IO.Path.Combine(at, name);
            if (IsLink(at))
                throw Leads(at);
        }
        return at;
    }

    /// <summary>A folder in it, which need not be there.</summary>
    /// <exception cref="FaultException">KX4107 as for <see cref="At"/>.</exception>
    public ClosedFolder Folder(params ReadOnlySpan<string> names) => new(At(names));

    /// <summary>Makes the folder, or one in it, where there is none, and has the disk keep that.</summary>
    /// <exception cref="FaultException">KX4107 as for <see cref="At"/>; KX4001, KX4101: it cannot be made.</exception>
    public ClosedFolder Make(params ReadOnlySpan<string> names)
    {
        var folder = this;
        foreach (var name in names)
            folder = folder.Folder(name).Create();
        return names.Length == 0 ? Create() : folder;
    }

    /// <summary>The files that lie in it, by name: links are left out.</summary>
    /// <param name="pattern">With * and ?.</param>
    public IEnumerable<string> Files(string pattern = "*") =>
        Exists ? Directory.EnumerateFiles(Path, pattern, Plain).Order(StringComparer.Ordinal) : [];

    /// <summary>The folders that lie in it, by name: links are left out.</summary>
    public IEnumerable<string> Folders(string pattern = "*") =>
        Exists ? Directory.EnumerateDirectories(Path, pattern, Plain).Order(StringComparer.Ordinal) : [];

    /// <summary>Removes a file, or a folder with all in it; of a link the link, and never what it leads to.</summary>
    public void Remove(string name)
    {
        if (!IsName(name))
            throw Leads(System.IO.Path.Combine(Path, name.Replace("\0", "", StringComparison.Ordinal)));
        var at = System.IO.Path.Combine(Path, name);
        if (Directory.Exists(at) && !IsLink(at))
            Directory.Delete(at, recursive: true);
        else
            File.Delete(at);
    }

    /// <summary>Removes what is in it by these patterns, links too.</summary>
    public void RemoveAll(params ReadOnlySpan<string> patterns)
    {
        foreach (var pattern in patterns)
            foreach (var entry in Exists ? Directory.GetFileSystemEntries(Path, pattern, All) : [])
                Remove(System.IO.Path.GetFileName(entry));
    }

    private static readonly EnumerationOptions All = new() { AttributesToSkip = 0, IgnoreInaccessible = false, MatchType = MatchType.Simple };

    private static readonly EnumerationOptions Plain = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false, MatchType = MatchType.Simple };

    private ClosedFolder Create()
    {
        if (Exists)
            return this;
        try
        {
            Directory.CreateDirectory(Path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DiskFault.Of(Path, cause);
        }
        DiskFlush.Folder(System.IO.Path.GetDirectoryName(Path) ?? Path);
        return this;
    }

    // Of the entry itself, whatever it leads to; also where that is nothing.
    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    private static FaultException Leads(string path) => FaultException.Of("KX4107", ("path", path));
}
