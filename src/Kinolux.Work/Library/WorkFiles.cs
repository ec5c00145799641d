using Kinolux.Core.Files;

namespace Kinolux.Work.Library;

/// <summary>What of a production folder is looked at.</summary>
public static class WorkFiles
{
    /// <summary>A production's folders: itself and those directly in it, but none that is hidden, a work folder, a report, or a link to elsewhere.</summary>
    internal static IEnumerable<string> Folders(string production) =>
        new ClosedFolder(production).Folders()
            .Where(folder => !IsHidden(folder) && Path.GetExtension(folder) is not (WorkFolder.Ending or ".report"))
            .Prepend(production);

    internal static IEnumerable<string> WorkFolders(string folder) =>
        new ClosedFolder(folder).Folders("*" + WorkFolder.Ending).Where(work => !IsHidden(work));

    /// <summary>The files in a folder. Links are left out: they could lead to what is none of the production's.</summary>
    internal static IEnumerable<string> In(string folder) => new ClosedFolder(folder).Files().Where(file => !IsHidden(file));

    /// <summary>All files under a folder that are there themselves, and not behind a link.</summary>
    public static IEnumerable<string> Under(string folder) =>
        new FileInfo(folder).LinkTarget is not null ? [] : Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint });

    private static bool IsHidden(string path) => Path.GetFileName(path).StartsWith('.');
}
