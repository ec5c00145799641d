using Kinolux.Core.Faults;
using Kinolux.Core.Time;
using Kinolux.Media.Dpx;
using Kinolux.Media.Sequences;
using Kinolux.Media.Turning;

namespace Kinolux.Media.Probing;

/// <summary>Reads what an image sequence is, from its files' names and its first picture.</summary>
internal static class SequenceProbe
{
    public static FilmInfo Open(string path, Rational? rate, CancellationToken cancel)
    {
        var sequence = ImageSequence.Find(path);
        // What the film is, its first picture tells; where none can be had, the first file tells why.
        var shownFirst = sequence.Runs.Count > 0 ? sequence.Runs[0].First : 0;
        var file = sequence.FileOf(shownFirst);
        FileCheck.Require(file);
        var (root, errors) = Ffprobe.Describe(file, cancel);
        if (root is not { } json)
            throw FaultException.Of("KX1004", ("film", file)).With(errors);
        var picture = json.GetProperty("streams").EnumerateArray().Select(stream => new StreamEntry(stream)).FirstOrDefault(stream => stream.IsPicture);
        if (picture.Kind != "video")
            throw FaultException.Of("KX1005", ("film", file), ("streams", picture.Kind));
        var orientation = StoredOrientation.Read(file);
        var reading = FilmProbe.Reading(file, picture, orientation, out var format);
        var dpx = DpxHeader.Read(file);
        var shown = rate ?? dpx?.Rate ?? throw FaultException.Of("KX1021", ("pattern", path));
        return new FilmInfo
        {
            Path = path,
            Container = "sequence",
            Codec = picture.Codec,
            PixelFormat = picture.PixelFormat ?? "unknown",
            Format = format,
            Reading = reading,
            Sequence = sequence,
            Rate = shown,
            TimeBase = shown.Inverse,
            FrameCount = sequence.FrameCount,
            Dpx = dpx,
            Timecode = Timecode.TryParse(dpx?.Timecode, shown, out var code) ? code.Add(-shownFirst).ToString() : dpx?.Timecode,
            Colour = dpx is { IsLogarithmic: true } ? picture.Colour with { Transfer = "log" } : picture.Colour,
            SampleAspect = orientation.SwapsAxes() ? picture.SampleAspect.Inverse : picture.SampleAspect,
            Orientation = orientation,
            FieldOrder = FieldOrder.Unknown,
            Streams = [picture.ToFilmStream()],
            Findings = [.. FilmProbe.Findings(reading, picture, orientation), .. Findings(sequence, orientation)],
        };
    }

    private static IEnumerable<FilmFinding> Findings(ImageSequence sequence, Orientation orientation)
    {
        var other = StoredOrientation.Has(sequence.Suffix) ? sequence.Runs.SelectMany(run => Enumerable.Range(run.First, run.Count)).Where(frame => StoredOrientation.Read(sequence.FileOf(frame)) != orientation).ToList() : [];
        if (other.Count > 0)
            yield return new FilmFinding("orientation", $"{other.Count} pictures, the first of them {Path.GetFileName(sequence.FileOf(other[0]))}, are stored otherwise than the first of all; they are turned as it is", new FrameRange(other[0], other[^1]));
        foreach (var (frame, fault) in sequence.Broken)
            yield return new FilmFinding("broken", $"{Path.GetFileName(sequence.FileOf(frame))} {fault}; the {(frame < sequence.Runs[0].First ? "first picture" : "frame before")} is repeated in its place", FrameRange.Single(frame));
        foreach (var gap in sequence.Gaps())
        {
            var numbers = gap.Count == 1 ? $"{sequence.First + gap.First} is" : $"{sequence.First + gap.First} to {sequence.First + gap.Last} are";
            yield return new FilmFinding("gap", $"number {numbers} missing; the frame before is repeated in its place", gap);
        }
    }
}
