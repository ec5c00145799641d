using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Time;
using Kinolux.Media.Samples;
using Kinolux.Media.Turning;

namespace Kinolux.Media.Probing;

/// <summary>Reads what a film file is.</summary>
internal static class FilmProbe
{
    // Twice what 16K is in either direction, and what a plane in memory can hold: more is a damaged header.
    private const int LongestSide = 32768;
    private const long MostSamples = 1 << 29;

    // Seconds: what is beyond is no time of a film.
    private static readonly Rational LatestStart = new(1 << 30, 1);
    private static readonly Rational EarliestStart = new(-(1 << 30), 1);

    // What ffmpeg reads that is no film: lists that name other files, and text that it would draw.
    private static readonly string[] Playlists = ["hls", "concat", "dash", "sdp", "rtsp", "imf", "webm_dash_manifest"];
    private static readonly string[] Texts = ["tty", "lrc", "subviewer", "ffmetadata", "svg_pipe"];

    // TIFF 6.0: how samples become colours.
    private const int Photometric = 262;
    private const int Separated = 5;

    public static FilmInfo Open(string path, CancellationToken cancel)
    {
        var (root, errors) = Ffprobe.Describe(path, cancel);
        if (root is not { } json)
            throw FaultException.Of("KX1004", ("film", path)).With(errors);
        var format = json.GetProperty("format");
        var container = format.Child("format_name", JsonValueKind.String)?.GetString() ?? "unknown";
        if (container.Split(',').Any(Playlists.Contains))
            throw FaultException.Of("KX1006", ("film", path));
        if (container.Split(',').Any(Texts.Contains))
            throw FaultException.Of("KX1004", ("film", path));
        var streams = json.GetProperty("streams").EnumerateArray().Select(stream => new StreamEntry(stream)).ToList();
        var pictures = streams.FindIndex(stream => stream.IsPicture);
        if (streams.Count == 0)
            throw FaultException.Of("KX1004", ("film", path)).With(errors);
        if (pictures < 0)
            throw FaultException.Of("KX1005", ("film", path), ("streams", string.Join(", ", streams.Select(stream => stream.Kind).Distinct())));
        return Describe(path, container, format, streams, streams[pictures], errors, cancel);
    }

    private static FilmInfo Describe(string path, string container, JsonElement format, List<StreamEntry> streams, StreamEntry picture, string errors, CancellationToken cancel)
    {
        var orientation = container.Split(',') is [var only] && only is "dpx_pipe" or "tiff_pipe" or "jpeg_pipe" or "image2" ? StoredOrientation.Read(path) : Orientation.TopLeft;
        var reading = Reading(path, picture, orientation, out var frameFormat);
        var film = new FilmInfo
        {
            Path = path,
            Container = container,
            Codec = picture.Codec,
            PixelFormat = picture.PixelFormat ?? "unknown",
            Format = frameFormat,
            Reading = reading,
            VideoStream = picture.Index,
            TimeBase = picture.TimeBase,
            Rate = picture.Ratio("r_frame_rate") is { IsPositive: true } rate ? rate : new Rational(25, 1),
            FrameCount = 0,
            Colour = picture.Colour,
            SampleAspect = orientation.SwapsAxes() ? picture.SampleAspect.Inverse : picture.SampleAspect,
            Orientation = orientation,
            Rotation = picture.Rotation,
            FieldOrder = picture.FieldOrder,
            Timecode = streams.Select(stream => stream.Tag("timecode")).Prepend(new StreamEntry(format).Tag("timecode")).FirstOrDefault(code => code is not null),
            Streams = [.. streams.Select(stream => stream.ToFilmStream())],
            Findings = [.. Findings(reading, picture, orientation)],
            MasteredFor = picture.Colour.Transfer is "smpte2084" or "arib-std-b67" ? Ffprobe.MasteredFor(path, picture.Index, cancel) : null,
        };
        film = FrameCounting.Count(film, picture, errors, cancel);
        return film with { Start = StartOf(film, format) };
    }

    /// <summary>What is to be known of how pictures are read.</summary>
    public static IEnumerable<FilmFinding> Findings(PixelReading reading, StreamEntry picture, Orientation orientation)
    {
        if (reading.Note is { } note)
            yield return new FilmFinding("pixel-format", $"{picture.PixelFormat}: {note}");
        if (orientation != Orientation.TopLeft)
            yield return new FilmFinding("orientation", $"the pictures are stored {orientation.Words()}; they are read upright");
    }

    /// <exception cref="FaultException">KX1010: no planar format holds its samples; KX1004: it has no size, or one that no film has.</exception>
    public static PixelReading Reading(string path, StreamEntry picture, Orientation orientation, out FrameFormat format)
    {
        if (picture.Width is < 1 or > LongestSide || picture.Height is < 1 or > LongestSide || (long)picture.Width * picture.Height > MostSamples || picture.PixelFormat is not { } name)
            throw FaultException.Of("KX1004", ("film", path));
        if (picture.Codec == "tiff" && StoredOrientation.TiffTag(path, Photometric) == Separated)
            name = PixelFormats.Inks;
        var reading = PixelFormats.Find(name) ?? throw FaultException.Of("KX1010", ("film", path), ("format", name), ("why", PixelFormats.WhyNot(name)));
        var turned = orientation.SwapsAxes();
        if (turned && reading.Layout == PixelLayout.Yuv422)
            reading = PixelFormats.Whole(reading);
        format = new FrameFormat(turned ? picture.Height : picture.Width, turned ? picture.Width : picture.Height, reading.Layout, reading.Depth);
        return reading;
    }

    private static Rational StartOf(FilmInfo film, JsonElement format)
    {
        if (film.Timestamps.Count == 0 || !Rational.TryParse(format.Child("start_time")?.ToString(), out var begin) || begin < EarliestStart || begin > LatestStart)
            return Rational.Zero;
        var start = new Rational(film.Timestamps[0], 1) * film.TimeBase - begin;
        // ffprobe prints the file's beginning in microseconds; what is below that is its rounding.
        return start < new Rational(1, 100_000) ? Rational.Zero : start;
    }
}
