using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Kinolux.Core.Files;

/// <summary>The endings of picture files, as ffmpeg's <c>image2</c> knows them: only such names can stand for a sequence, and only into these does ffmpeg read a number.</summary>
public static partial class NumberedPictures
{
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

    /// <summary>Where a name has its number; the first group is how many digits, where that is given.</summary>
    [GeneratedRegex("(?<=(?:^|[^%])(?:%%)*)%(?:0([0-9]{1,2}))?d")]
    public static partial Regex Number();
}
