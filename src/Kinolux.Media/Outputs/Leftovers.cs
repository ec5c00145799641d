using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kinolux.Core.Files;

namespace Kinolux.Media.Outputs;

/// <summary>What outputs are called until they are complete, and how those that a killed run left behind are found and removed.</summary>
internal static class Leftovers
{
    // Of no picture: a sequence's pictures are numbered.
    private const string Moves = ".moves";

    /// <summary>A name of its own for this attempt at an output; short, since the output's own name may be as long as names can be.</summary>
    public static string NameFor(string path) => $".{Stem(path)}.{Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8]}.part";

    /// <summary>Removes what earlier attempts at this output left, pictures that were moved into place among others that were not too.</summary>
    public static void Remove(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        if (!Directory.Exists(folder))
            return;
        try
        {
            foreach (var left in Directory.EnumerateFileSystemEntries(folder, $".{Stem(path)}.*.part*"))
                if (Directory.Exists(left) && new FileInfo(left).LinkTarget is null)
                    TakeBack(left);
                else
                    File.Delete(left);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // Where nothing can be removed, nothing can be written either: the check of the output says so.
        }
    }

    /// <summary>Writes down, before the first picture is moved out of <paramref name="temporary"/>, which ones will be, and by what each is known again.</summary>
    /// <returns>The list's path.</returns>
    public static string ListMoves(string temporary, IEnumerable<string> names)
    {
        var list = Path.Combine(temporary, Moves);
        AtomicFile.WriteText(list, string.Concat(names.Select(name => $"{Mark(Path.Combine(temporary, name))} {name}\n")));
        return list;
    }

    /// <summary>
    /// Removes a sequence's temporary folder and those of its pictures that are in place already: half a sequence is none. The folder may have come from elsewhere:
    /// only what is still the very file that was moved goes, and only from beside the folder.
    /// </summary>
    public static void TakeBack(string temporary)
    {
        var (inside, beside) = (new ClosedFolder(temporary), new ClosedFolder(Path.GetDirectoryName(temporary) ?? "."));
        var list = Path.Combine(temporary, Moves);
        if (new FileInfo(list) is { Exists: true, LinkTarget: null })
            foreach (var line in WholeFile.Text(list).Split('\n'))
                if (line.Split(' ', 3) is [var length, var written, var name] && ClosedFolder.IsName(name) && Mark(Path.Combine(beside.Path, name)) == $"{length} {written}" && !File.Exists(Path.Combine(inside.Path, name)))
                    beside.Remove(name);
        beside.Remove(Path.GetFileName(temporary));
    }

    // Length and time, which a move keeps and nobody else can know; of a link nothing.
    private static string Mark(string path) =>
        new FileInfo(path) is { Exists: true, LinkTarget: null } file ? string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}") : "";

    private static string Stem(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFileName(path))))[..12];
}
