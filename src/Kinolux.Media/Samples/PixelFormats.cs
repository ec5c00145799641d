using System.Collections.Frozen;
using System.Globalization;
using Kinolux.Core.Frames;

namespace Kinolux.Media.Samples;

/// <summary>The pixel formats that Kinolux reads, and the planar one that each is read as without changing a sample value.</summary>
internal static class PixelFormats
{
    private const string AlphaLost = "transparency is not read";
    private static readonly FrozenDictionary<string, PixelReading> Known = Build();

    /// <summary>ffmpeg's names of all that are read.</summary>
    public static IEnumerable<string> Names => Known.Keys.Order(StringComparer.Ordinal);

    public static PixelReading? Find(string name) => Known.GetValueOrDefault(name);

    /// <summary>ffmpeg's name of the planar format with these planes and this depth.</summary>
    public static string Planar(PixelLayout layout, int depth)
    {
        var name = layout switch
        {
            PixelLayout.Gray => "gray",
            PixelLayout.Yuv420 => "yuv420p",
            PixelLayout.Yuv422 => "yuv422p",
            PixelLayout.Yuv444 => "yuv444p",
            PixelLayout.Rgb => "gbrp",
            _ => throw new ArgumentOutOfRangeException(nameof(layout)),
        };
        return depth == 8 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}{depth}le");
    }

    /// <summary>Why samples of a pixel format are not read, as a sentence goes on after its name.</summary>
    public static string WhyNot(string name) =>
        name.Contains("f16", StringComparison.Ordinal) || name.Contains("f32", StringComparison.Ordinal) ? "its samples are floating-point numbers, beyond black and white too, which the 16-bit integers that Kinolux works in cannot hold"
        : name.StartsWith("bayer", StringComparison.Ordinal) ? "it is a camera's raw mosaic, which is no picture until someone decides how to make one of it"
        : name.StartsWith("xyz", StringComparison.Ordinal) ? "its samples are XYZ, as in a cinema package, which nothing that Kinolux writes can say"
        : name == Inks ? "its samples are inks, and how they become colours no file says"
        : "no planes of gray, YUV or RGB hold its samples as they are";

    /// <summary>Not one of ffmpeg's names: a TIFF file of inks, which it reads as colours.</summary>
    public const string Inks = "CMYK";

    /// <summary>The same with chroma for every sample, as 4:2:2 must be read where rows become columns.</summary>
    public static PixelReading Whole(PixelReading reading) =>
        new(reading.Wire.StartsWith("yuvj", StringComparison.Ordinal) ? "yuvj444p" : Planar(PixelLayout.Yuv444, reading.Depth), PixelLayout.Yuv444, reading.Depth, "4:2:2 chroma of a turned picture is read as 4:4:4, each sample repeated", "scale=flags=neighbor");

    private static FrozenDictionary<string, PixelReading> Build()
    {
        var known = new Dictionary<string, PixelReading>(StringComparer.Ordinal);
        foreach (var layout in Enum.GetValues<PixelLayout>())
            foreach (var depth in (ReadOnlySpan<int>)[8, 9, 10, 12, 14, 16])
            {
                var wire = Planar(layout, depth);
                known[wire] = new PixelReading(wire, layout, depth);
                if (depth > 8)
                    known[wire[..^2] + "be"] = new PixelReading(wire, layout, depth);
            }

        void Repacked(PixelLayout layout, int depth, string? note, params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                known[name] = new PixelReading(Planar(layout, depth), layout, depth, note);
        }

        // The j formats are the same samples, marked full range: asked for as they are, so that nothing is converted.
        known["yuvj420p"] = new PixelReading("yuvj420p", PixelLayout.Yuv420, 8);
        known["yuvj422p"] = new PixelReading("yuvj422p", PixelLayout.Yuv422, 8);
        known["yuvj444p"] = new PixelReading("yuvj444p", PixelLayout.Yuv444, 8);
        Repacked(PixelLayout.Yuv420, 8, null, "nv12", "nv21");
        Repacked(PixelLayout.Yuv420, 10, null, "p010le", "p010be");
        Repacked(PixelLayout.Yuv420, 16, null, "p016le", "p016be");
        Repacked(PixelLayout.Yuv422, 8, null, "nv16", "yuyv422", "uyvy422", "yvyu422");
        Repacked(PixelLayout.Yuv422, 10, null, "nv20le", "nv20be", "p210le", "p210be", "y210le");
        Repacked(PixelLayout.Yuv422, 16, null, "p216le", "p216be");
        Repacked(PixelLayout.Yuv444, 8, null, "nv24", "nv42");
        Repacked(PixelLayout.Yuv444, 10, null, "p410le", "p410be");
        Repacked(PixelLayout.Yuv444, 16, null, "p416le", "p416be");
        Repacked(PixelLayout.Gray, 8, null, "monow", "monob");
        Repacked(PixelLayout.Rgb, 8, null, "rgb24", "bgr24", "rgb0", "bgr0", "0rgb", "0bgr");
        Repacked(PixelLayout.Rgb, 10, null, "x2rgb10le", "x2bgr10le");
        Repacked(PixelLayout.Rgb, 16, null, "rgb48le", "rgb48be", "bgr48le", "bgr48be");
        Repacked(PixelLayout.Rgb, 8, AlphaLost, "rgba", "bgra", "argb", "abgr", "gbrap");
        // Asked for planes at once, ffmpeg computes a palette's colours on the way.
        known["pal8"] = new PixelReading("gbrp", PixelLayout.Rgb, 8, AlphaLost, "format=rgb24");
        WithoutAlpha(10);
        WithoutAlpha(12);
        WithoutAlpha(16);
        Repacked(PixelLayout.Rgb, 16, AlphaLost, "rgba64le", "rgba64be", "bgra64le", "bgra64be");
        Repacked(PixelLayout.Gray, 8, AlphaLost, "ya8");
        Repacked(PixelLayout.Gray, 16, AlphaLost, "ya16le", "ya16be");
        foreach (var depth in (ReadOnlySpan<int>)[8, 9, 10, 12, 16])
            foreach (var layout in (ReadOnlySpan<PixelLayout>)[PixelLayout.Yuv420, PixelLayout.Yuv422, PixelLayout.Yuv444])
            {
                if ((layout, depth) == (PixelLayout.Yuv420, 12))
                    continue;
                var alpha = "yuva" + Planar(layout, depth)[3..];
                Repacked(layout, depth, AlphaLost, alpha);
                if (depth > 8)
                    Repacked(layout, depth, AlphaLost, alpha[..^2] + "be");
            }
        foreach (var name in (ReadOnlySpan<string>)["rgb555le", "rgb555be", "bgr555le", "bgr555be", "rgb565le", "rgb565be", "bgr565le", "bgr565be"])
            known[name] = new PixelReading("gbrp", PixelLayout.Rgb, 8, "its 5 and 6-bit samples are read widened to 8 bits");
        Stretched("yuv411p", PixelLayout.Yuv422, "4:1:1", "4:2:2");
        Stretched("yuvj411p", PixelLayout.Yuv422, "4:1:1", "4:2:2");
        Stretched("yuv410p", PixelLayout.Yuv420, "4:1:0", "4:2:0");
        Stretched("yuv440p", PixelLayout.Yuv444, "4:4:0", "4:4:4");
        Stretched("yuvj440p", PixelLayout.Yuv444, "4:4:0", "4:4:4");
        return known.ToFrozenDictionary(StringComparer.Ordinal);

        // ffmpeg's own way there is off by a few values at 12 and 16 bits: the three planes are taken as they are.
        void WithoutAlpha(int depth)
        {
            var wire = Planar(PixelLayout.Rgb, depth);
            foreach (var ending in (ReadOnlySpan<string>)["le", "be"])
                known[$"gbrap{depth}{ending}"] = new PixelReading(wire, PixelLayout.Rgb, depth, AlphaLost, $"mergeplanes=0x000102:{wire[..^2]}{ending}");
        }

        void Stretched(string name, PixelLayout layout, string from, string to) =>
            known[name] = new PixelReading(Planar(layout, 8), layout, 8, $"{from} chroma is read as {to}, each sample repeated", "scale=flags=neighbor");
    }
}
