using System.Collections.Frozen;

namespace Kinolux.Media.Sequences;

/// <summary>The endings of picture files, as ffmpeg's <c>image2</c> knows them: only such names can stand for a sequence, and only into these does ffmpeg read a number.</summary>
internal static class PictureNames
{
    private static readonly FrozenSet<string> Endings = new[]
    {
        ".jpeg", ".jpg", ".jps", ".mpo", ".ljpg", ".jls", ".png", ".pns", ".mng", ".ppm", ".pnm", ".pgm", ".pgmyuv", ".pbm", ".pam", ".pfm", ".phm", ".pgx",
        ".dpx", ".exr", ".tif", ".tiff", ".tga", ".sgi", ".rgb", ".rgba", ".rgb8", ".rgba8", ".bw", ".bmp", ".dib", ".gif", ".webp", ".j2k", ".j2c", ".jp2", ".jpc", ".jxl", ".avif", ".heic", ".heif",
        ".pcx", ".dds", ".hdr", ".qoi", ".sun", ".ras", ".rs", ".im1", ".im8", ".im24", ".im32", ".sunras", ".xbm", ".xpm", ".xwd", ".xface", ".psd", ".ptx", ".pct", ".pict", ".pic", ".pix", ".cri", ".gem", ".img", ".ximg", ".timg",
        ".fits", ".fit", ".fts", ".jfif", ".vbn", ".wbmp", ".svg", ".svgz", ".ico", ".yuv", ".y", ".u", ".v", ".raw",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Has(string path) => Endings.Contains(Path.GetExtension(path));
}
