using System.Globalization;
using System.Text.RegularExpressions;
using Kinolux.Core.Faults;
using Kinolux.Core.Time;

namespace Kinolux.Media.Probing;

/// <summary>
/// Finds how many frames a film has and when each is shown. Where a container names the time of every packet and one packet is one frame, counting
/// packets is exact and needs no decoding; everywhere else, and wherever something looks broken, the film is decoded once.
/// </summary>
internal static partial class FrameCounting
{
    // One packet is one shown frame in these, unless the file is damaged.
    private static readonly HashSet<string> OnePacketOneFrame = new(StringComparer.Ordinal)
    {
        "h264", "hevc", "vp9", "av1", "ffv1", "prores", "dnxhd", "mjpeg", "rawvideo", "huffyuv", "ffvhuff", "utvideo", "v210", "v410", "png", "tiff", "dpx", "jpeg2000", "qtrle", "magicyuv", "cfhd", "dvvideo",
    };

    private static readonly string[] TimedContainers = ["matroska", "mov", "nut", "mxf", "yuv4mpegpipe", "png_pipe", "tiff_pipe", "dpx_pipe", "image2"];

    // Bare streams have no times: what ffmpeg reports is made up.
    private static readonly string[] Untimed = ["h264", "hevc", "m4v", "mpegvideo", "vvc", "obu", "dirac", "vc1"];

    public static FilmInfo Count(FilmInfo film, StreamEntry picture, string errors, CancellationToken cancel)
    {
        var (packets, complaints) = Ffprobe.Packets(film.Path, picture.Index, cancel);
        var shown = packets.Where(packet => !packet.IsDiscarded).ToList();
        var broken = Broken().IsMatch(errors + complaints);
        var trusted = OnePacketOneFrame.Contains(picture.Codec) && film.Container.Split(',').Any(TimedContainers.Contains) &&
            !broken && shown.Count > 0 && shown[0].IsKey &&
            shown.All(packet => packet.Pts >= shown[0].Pts && !packet.IsCorrupt);
        if (trusted)
        {
            var order = shown.Select(packet => packet.Pts ?? 0).Order().ToList();
            if (order.Zip(order.Skip(1)).All(pair => pair.First < pair.Second))
                return Timed(film, picture, order, KeyFramesOf(shown, order));
        }
        return Decoded(film, picture, packets.Count, broken, cancel);
    }

    private static FilmInfo Decoded(FilmInfo film, StreamEntry picture, int packets, bool broken, CancellationToken cancel)
    {
        var times = FrameIndex.Read(film, cancel, words => broken |= Broken().IsMatch(words)).Select(frame => frame.Timestamp).ToList();
        if (times.Count == 0)
            throw FaultException.Of("KX1007", ("film", film.Path));
        var rising = !Untimed.Contains(film.Container) && times.Zip(times.Skip(1)).All(pair => pair.First < pair.Second);
        var lost = OnePacketOneFrame.Contains(film.Codec) ? packets - times.Count : 0;
        if (broken || lost > 0)
            film = film with { Findings = [.. film.Findings, Truncated(times.Count, packets, lost)] };
        return rising ? Timed(film, picture, times, []) : film with { FrameCount = times.Count, TimeBase = film.Rate.Inverse };
    }

    private static FilmFinding Truncated(int frames, int packets, int lost) =>
        new("truncated", lost > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{frames} of {packets} frames can be decoded; the film is damaged or cut short")
            : string.Create(CultureInfo.InvariantCulture, $"the film is damaged or cut short; {frames} frames can be decoded"));

    private static FilmInfo Timed(FilmInfo film, StreamEntry picture, List<long> times, List<int> keys)
    {
        film = film with { FrameCount = times.Count, Timestamps = times, KeyFrames = keys };
        foreach (var candidate in (ReadOnlySpan<Rational?>)[picture.Ratio("r_frame_rate"), picture.Ratio("avg_frame_rate")])
            if (candidate is { IsPositive: true } rate && IsSteady(times, rate, film.TimeBase))
                return film with { Rate = rate };
        return times.Count < 2 ? film : film with { IsVariableRate = true, Rate = picture.Ratio("avg_frame_rate") is { IsPositive: true } average ? average : film.Rate };
    }

    /// <summary>True where every frame is shown within one unit of the time base of its place at a constant rate.</summary>
    private static bool IsSteady(List<long> times, Rational rate, Rational timeBase)
    {
        var step = (rate * timeBase).Inverse;
        var slack = new Rational(1, 1);
        for (var i = 1; i < times.Count; i++)
        {
            var off = step * i - new Rational(times[i] - times[0], 1);
            if (off > slack || off < Rational.Zero - slack)
                return false;
        }
        return true;
    }

    private static List<int> KeyFramesOf(List<Packet> packets, List<long> order) =>
        [.. packets.Where(packet => packet.IsKey).Select(packet => order.BinarySearch(packet.Pts ?? 0)).Order()];

    [GeneratedRegex("prematurely|partial|truncat|corrupt|invalid|error|missing|damaged|overread|broken", RegexOptions.IgnoreCase)]
    private static partial Regex Broken();
}
