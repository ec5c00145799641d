namespace Kinolux.Media.Sequences;

/// <summary>Tells, without waiting for anything, whether a file of a sequence can hold a picture.</summary>
internal static class PictureFile
{
    /// <summary>What is wrong with it, as a sentence goes on after its name; null where nothing is.</summary>
    public static string? Fault(string path)
    {
        try
        {
            if (Directory.Exists(path))
                return "is a folder";
            // A pipe or a device has no length either, and whoever opens one may wait for ever.
            if (LengthOf(path) == 0)
                return "holds no bytes";
            using var file = File.OpenRead(path);
            return file.ReadByte() < 0 ? "holds no bytes" : null;
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            return "is a link to nothing";
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return "cannot be read";
        }
    }

    /// <summary>True where all its bytes can be had.</summary>
    public static bool CanBeRead(string path)
    {
        if (Fault(path) is not null)
            return false;
        try
        {
            using var file = File.OpenRead(path);
            file.CopyTo(Stream.Null);
            return true;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Bytes of the file, or of the one that a link leads to.</summary>
    public static long LengthOf(string path)
    {
        var file = new FileInfo(path);
        return (file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length;
    }
}
