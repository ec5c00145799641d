using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Kinolux.Core.Files;

/// <summary>The endings of picture files, as ffmpeg's <c>image2</c> knows them: only such names can stand for a sequence, and only into these does ffmpeg read a number.</summary>
public static partial class NumberedPictures
{
    // Fewer are stills; so are those among whose numbers most are missing.
    private const int FewestFrames = 12;

    private static readonly FrozenSet<string> Endings = new[]
    {
        ".jpeg", ".jpg", ".jps", ".mpo", ".ljpg", ".jls", ".png", ".pns", ".mng", ".ppm", ".pnm", ".pgm", ".pgmyuv", ".pbm", ".pam", ".pfm", ".phm", ".pgx",
        ".dpx", ".exr", ".tif", ".tiff", ".tga", ".sgi", ".rgb", ".rgba", ".rgb8", ".rgba8", ".bw", ".bmp", ".dib", ".gif", ".webp", ".j2k", ".j2c", ".jp2", ".jpc", ".jxl", ".avif", ".heic", ".heif",
        ".pcx", ".dds", ".hdr", ".qoi", ".sun", ".ras", ".rs", ".im1", ".im8", ".im24", ".im32", ".sunras", ".xbm", ".xpm", ".xwd", ".xface", ".psd", ".ptx", ".pct", ".pict", ".pic", ".pix", ".cri", ".gem", ".img", ".ximg", ".timg",
        ".fits", ".fit", ".fts", ".jfif", ".vbn", ".wbmp", ".svg", ".svgz", ".ico", ".yuv", ".y", ".u", ".v", ".raw",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a name that ends as pictures' do.</summary>
    public static bool HasEnding(string path) => Endings.Contains(Path.GetExtension(path));

    /// <summary>True for a name with one <c>%d</c> or <c>%06d</c> in its last part that ends as pictures' do, where no file has that very name. Any other percent sign is a letter like the others.</summary>
    public static bool IsPattern(string path) => HasEnding(path) && Number().Count(Path.GetFileName(path)) == 1 && !File.Exists(path);

    /// <summary>What people call a document: the file's name, or for numbered pictures their folder's.</summary>
    public static string NameOf(string source) =>
        IsPattern(source) && Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(source))) is { Length: > 0 } folder ? folder : Path.GetFileNameWithoutExtension(source);

    /// <summary>What of these files are films: in one folder, a dozen pictures or more whose names differ by a number at their end alone, and of whose numbers most are there.</summary>
    /// <returns>The pattern of each and its pictures.</returns>
    public static IEnumerable<(string Pattern, IReadOnlyList<string> Pictures)> Films(IEnumerable<string> files)
    {
        var numbered = files.Where(HasEnding).Select(file => (File: file, Digits: DigitsOf(Path.GetFileNameWithoutExtension(file)))).Where(picture => picture.Digits.Length is > 0 and < 10);
        foreach (var film in numbered.GroupBy(picture => (Folder: Path.GetDirectoryName(picture.File) ?? "", Name: Path.GetFileNameWithoutExtension(picture.File)[..^picture.Digits.Length], Ending: Path.GetExtension(picture.File))))
        {
            var numbers = film.Select(picture => int.Parse(picture.Digits, NumberStyles.None, CultureInfo.InvariantCulture)).Distinct().ToList();
            if (numbers.Count < FewestFrames || numbers.Max() - numbers.Min() >= 2L * numbers.Count)
                continue;
            // Numbers that are filled up with zeros have the length of the shortest.
            var padded = film.Any(picture => picture.Digits is ['0', _, ..]) ? film.Min(picture => picture.Digits.Length) : 0;
            var number = padded == 0 ? "%d" : string.Create(CultureInfo.InvariantCulture, $"%0{padded}d");
            yield return (Path.Combine(film.Key.Folder, film.Key.Name.Replace("%", "%%", StringComparison.Ordinal) + number + film.Key.Ending), [.. film.Select(picture => picture.File)]);
        }
    }

    private static string DigitsOf(string name) => name[name.AsSpan().TrimEnd("0123456789").Length..];

    /// <summary>Where a name has its number; the first group is how many digits, where that is given.</summary>
    [GeneratedRegex("(?<=(?:^|[^%])(?:%%)*)%(?:0([0-9]{1,2}))?d")]
    public static partial Regex Number();
}
