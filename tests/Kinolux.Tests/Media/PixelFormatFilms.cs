using Kinolux.Core.Frames;
using Kinolux.Media.Samples;

namespace Kinolux.Tests.Media;

/// <summary>
/// One noisy picture as a film in every pixel format that raw video in NUT can name, and each of its components by itself. One ffmpeg process makes all the
/// films and another takes them all apart: started for every format, ffmpeg takes longer to start than to work.
/// </summary>
public sealed class PixelFormatFilms : IDisposable
{
    private readonly TestFilm _folder = new();

    public PixelFormatFilms()
    {
        Ffmpeg("-f lavfi -i testsrc2=s=34x18,format=rgb48,noise=alls=100:allf=t:all_seed=5 " +
            string.Join(' ', Extractable.Concat(Interleaved).Select(name => $"-frames:v 1 -c:v rawvideo -pix_fmt {name} {name}.nut")));
        // What NUT has no name for comes back as something else: 16-bit gray with alpha.
        List<string> stored = [.. Extractable.Where(name => !name.StartsWith("ya16", StringComparison.Ordinal))];
        Ffmpeg(string.Join(' ', stored.Select(name => $"-i {name}.nut")) +
            " -filter_complex " + string.Join(';', stored.Select((name, i) => $"[{i}:v]extractplanes={Letters(name)}{string.Concat(Components(name).Select(component => $"[{component}]"))}")) + " " +
            string.Join(' ', stored.SelectMany(name => Components(name).Select(component => $"-map [{component}] -pix_fmt {Single(name)} -f rawvideo {component}"))));
    }

    /// <summary>Of these ffmpeg's extractplanes takes each component out as it is, by another way than frames are read.</summary>
    public static IEnumerable<string> Extractable => PixelFormats.Names.Where(name =>
        name.StartsWith("gray", StringComparison.Ordinal) || name.StartsWith("ya", StringComparison.Ordinal) || name.StartsWith("gbr", StringComparison.Ordinal) || name is "rgb24" or "bgr24" or "rgba" or "bgra" or "argb" or "abgr"
            || name.StartsWith("rgb48", StringComparison.Ordinal) || name.StartsWith("bgr48", StringComparison.Ordinal) || name.StartsWith("rgba64", StringComparison.Ordinal) || name.StartsWith("bgra64", StringComparison.Ordinal)
            || (name.StartsWith("yuv", StringComparison.Ordinal) && !name.StartsWith("yuvj", StringComparison.Ordinal) && Reading(name).Filter is null));

    /// <summary>Whose samples lie between others: read and laid back, they are the same bytes.</summary>
    public static IEnumerable<string> Interleaved => ["nv12", "nv21", "nv24", "nv42", "p010le", "p010be", "p016le", "p210le", "p216le", "p410le", "p416le", "yuyv422", "uyvy422", "yvyu422", "monow", "monob", "rgb0", "bgr0", "0rgb", "0bgr"];

    /// <summary>The files of a format's components, in the order of a frame's planes.</summary>
    public static IEnumerable<string> Components(string name) => Enumerable.Range(0, Reading(name).Layout == PixelLayout.Gray ? 1 : 3).Select(plane => $"{name}.{plane}");

    public string At(string name) => _folder.At(name);

    public void Ffmpeg(string words) => _folder.Ffmpeg(words);

    public void Dispose() => _folder.Dispose();

    private static PixelReading Reading(string name) => PixelFormats.Find(name) ?? PixelReading.None;

    private static string Letters(string name) => Reading(name).Layout switch { PixelLayout.Gray => "y", PixelLayout.Rgb => "r+g+b", _ => "y+u+v" };

    private static string Single(string name) => Reading(name).Depth == 8 ? "gray" : $"gray{Reading(name).Depth}le";
}
