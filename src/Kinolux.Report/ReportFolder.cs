using Kinolux.Core.Faults;
using Kinolux.Core.Files;

namespace Kinolux.Report;

/// <summary>How a report's folder comes to be: filled beside its place, then renamed into it.</summary>
internal static class ReportFolder
{
    /// <summary>The file that says: this folder is a report of ours and may be replaced by another.</summary>
    public const string Mark = "kinolux-report.json";

    public static bool MayTake(string folder, bool overwrite) =>
        !File.Exists(folder) && (!Directory.Exists(folder)
        || !Directory.EnumerateFileSystemEntries(folder).Any()
        || (overwrite && File.Exists(Path.Combine(folder, Mark))));

    /// <summary>Makes an empty folder beside the place; what a killed run left there is removed.</summary>
    public static string Stage(string folder)
    {
        var staging = Beside(folder, "partial");
        Discard(staging);
        Discard(staging + AtomicFile.Replaced);
        return Directory.CreateDirectory(staging).FullName;
    }

    /// <summary>Tries whether a folder can be made beside the place.</summary>
    public static bool Probe(string folder)
    {
        Directory.Delete(Directory.CreateDirectory(Beside(folder, $"{Guid.NewGuid():N}")).FullName);
        return true;
    }

    public static void Discard(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>Turns what the file system says into a fault.</summary>
    public static T Guard<T>(string folder, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DiskFault.IsFull(cause) ? DiskFault.Full(folder, cause) : FaultException.Of("KX4802", cause, ("folder", folder), ("cause", cause.Message));
        }
    }

    private static string Beside(string folder, string word) =>
        Path.Combine(Path.GetDirectoryName(folder) ?? folder, $".{Path.GetFileName(folder)}.{word}");
}
