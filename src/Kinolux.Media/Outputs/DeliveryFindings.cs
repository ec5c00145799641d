using System.Globalization;
using Kinolux.Core.Time;
using Kinolux.Media.Turning;

namespace Kinolux.Media.Outputs;

/// <summary>Says what an output cannot keep exactly as the film has it.</summary>
internal static class DeliveryFindings
{
    public static IEnumerable<FilmFinding> Of(FilmTarget target, OutputKind kind, VideoCodec codec)
    {
        var format = target.Format;
        if (!codec.Converts && codec.WireDepth != format.Depth)
            yield return new FilmFinding("depth", string.Create(CultureInfo.InvariantCulture, $"{format.Depth}-bit samples are stored with {codec.WireDepth} bits, from which they can be had back exactly"));
        if (codec.Converts && Depth(kind) is { } depth && format.Depth > depth)
            yield return new FilmFinding("depth-lost", string.Create(CultureInfo.InvariantCulture, $"{format.Depth}-bit samples become {depth}-bit ones{(depth == 8 && target.Colour.Transfer is "smpte2084" or "arib-std-b67" ? ", too few for high dynamic range" : "")}; .mkv keeps them"));
        if (target.CopyFrom?.MasteredFor is { } mastered)
            yield return new FilmFinding("hdr-lost", $"what the film says of its mastering is not written: {mastered}");
        if (kind.IsSequence() && format.HasChroma)
            yield return new FilmFinding("converted", "pictures of this kind are RGB: the film's YUV samples are converted");
        if (!kind.CanTurn() && target.Orientation != Orientation.TopLeft)
            yield return new FilmFinding("orientation", $"the film's pictures are stored {target.Orientation.Words()}; these are upright");
        if (kind == OutputKind.Mp4 && (format.Width % 2 != 0 || format.Height % 2 != 0))
            yield return new FilmFinding("size", "H.264 in 4:2:0 has even sizes only: the last row or column is repeated once");
        if (kind != OutputKind.Dpx && target.Colour.Transfer == "log")
            yield return new FilmFinding("transfer", "only DPX can say that its samples are logarithmic; the samples themselves are untouched");
        if (kind == OutputKind.Matroska && target.Rotation != 0)
            yield return new FilmFinding("rotation", "players do not turn the picture of a Matroska file; the turn is kept as a tag");
        if (kind == OutputKind.Matroska && target.Timestamps is { Count: > 1 } times && LargestError(times, target.TimeBase) is { IsPositive: true } error)
            yield return new FilmFinding("timestamps", string.Create(CultureInfo.InvariantCulture, $"Matroska keeps times to the millisecond; frames move by up to {error.ToDouble() * 1000:0.###} ms; .mov and .mp4 keep them exactly"));
        if (kind.IsSequence() && target.Timestamps is not null)
            yield return new FilmFinding("timestamps", "pictures have no times: the film's changing frame rate is not kept");
    }

    // Bits that the lossy encoders keep.
    private static int? Depth(OutputKind kind) => kind switch { OutputKind.Mp4 => 8, OutputKind.QuickTime => 10, _ => null };

    private static Rational LargestError(IReadOnlyList<long> times, Rational timeBase)
    {
        var largest = Rational.Zero;
        foreach (var time in times)
        {
            var exact = timeBase * (time - times[0]) * 1000;
            var off = exact - new Rational(exact.Round(), 1);
            off = off < Rational.Zero ? Rational.Zero - off : off;
            if (off > largest)
                largest = off;
        }
        return largest / new Rational(1000, 1);
    }
}
