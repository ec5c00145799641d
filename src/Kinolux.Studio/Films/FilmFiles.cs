using Kinolux.Core.Files;
using Kinolux.Media;

namespace Kinolux.Studio.Films;

/// <summary>What of a folder is a film, and what its output is called.</summary>
internal static class FilmFiles
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".mkv", ".mov", ".mp4", ".m4v", ".avi", ".mxf", ".mpg", ".mpeg", ".ts", ".m2ts", ".mts", ".vob", ".webm", ".wmv", ".flv", ".ogv", ".dv", ".nut", ".y4m",
    };

    /// <summary>A production's folders: itself and those directly in it, but none that is hidden, a work folder, a report, or a link to elsewhere.</summary>
    public static IEnumerable<string> Folders(string production) =>
        new ClosedFolder(production).Folders()
            .Where(folder => !IsHidden(folder) && Path.GetExtension(folder) is not (".kinolux" or ".report"))
            .Prepend(production);

    public static IEnumerable<string> WorkFolders(string folder) =>
        new ClosedFolder(folder).Folders("*.kinolux").Where(work => !IsHidden(work));

    /// <summary>The film files in a folder, by their names' endings. Links are left out: they could lead to what is none of the production's.</summary>
    public static IEnumerable<string> In(string folder) =>
        new ClosedFolder(folder).Files().Where(file => IsNamedAsFilm(file) && !IsHidden(file));

    /// <summary>All files under a folder that lie there themselves, and not behind a link.</summary>
    public static IEnumerable<string> Under(string folder) =>
        new FileInfo(folder).LinkTarget is not null ? [] : Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint });

    /// <summary>True for a name that ends as film files' do.</summary>
    public static bool IsNamedAsFilm(string name) => Extensions.Contains(Path.GetExtension(name));

    /// <summary>What people call a film: the file's name, or for a sequence the folder's.</summary>
    public static string NameOf(string source) =>
        Film.IsPattern(source) && Path.GetFileName(Path.GetDirectoryName(source)) is { Length: > 0 } folder
            ? folder
            : Path.GetFileNameWithoutExtension(source);

    /// <summary>Where the restored film goes: <c>NAME.restored.mkv</c>, or with the whole of the source's name where that is another film's already, or with a number.</summary>
    public static string OutputFor(string source, string folder, IReadOnlyCollection<string> taken) =>
        Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{NameOf(source)} {number}").Prepend(Path.GetFileName(source)).Prepend(NameOf(source))
            .Select(name => Path.Combine(folder, name + ".restored.mkv")).First(place => !taken.Contains(place) && !File.Exists(place));

    private static bool IsHidden(string path) => Path.GetFileName(path).StartsWith('.');
}
