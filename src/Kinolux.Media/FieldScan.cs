using System.Globalization;
using System.Text.RegularExpressions;
using Kinolux.Core.Processes;
using Kinolux.Core.Time;
using Kinolux.Media.Ffmpeg;

namespace Kinolux.Media;

/// <summary>
/// Finds out whether a film's frames hold fields of two moments (interlaced) or were spread by 3:2 pulldown (telecined), by looking at stretches of it with
/// ffmpeg's <c>idet</c>. Pulldown shows as a steady rhythm in which two of every five frames repeat a field of the frame before.
/// </summary>
public static partial class FieldScan
{
    private const int Stretches = 4;
    private const int StretchFrames = 120;

    /// <summary>What was found: nothing for a progressive film, else one finding <c>interlaced</c> or <c>telecined</c>.</summary>
    public static IReadOnlyList<FilmFinding> Look(FilmInfo film, CancellationToken cancel = default)
    {
        if (film.Sequence is not null || film.FrameCount < 10 || film.Format.Height < 16)
            return [];
        var seen = new List<FieldFrame>();
        foreach (var range in Samples(film.FrameCount))
            seen.AddRange(Fields(film, range, cancel));
        return Judge(seen) is { } finding ? [finding] : [];
    }

    internal static FilmFinding? Judge(IReadOnlyList<FieldFrame> frames)
    {
        var (top, bottom) = (frames.Count(frame => frame.Kind == "tff"), frames.Count(frame => frame.Kind == "bff"));
        var judged = top + bottom + frames.Count(frame => frame.Kind == "progressive");
        if (judged < 8)
            return null;
        var combed = (double)(top + bottom) / judged;
        if (combed < 0.1)
            return null;
        var (rhythm, strength) = Rhythm(frames);
        var order = top >= bottom ? "top" : "bottom";
        if (rhythm)
            return new FilmFinding("telecined", Words($"3:2 pulldown: two of every five frames show a field of the frame before again, {order} field first"), null, Math.Round(strength, 2));
        if (combed < 0.3)
            return null;
        var agreement = (double)Math.Max(top, bottom) / (top + bottom);
        return new FilmFinding("interlaced", Words($"{combed:P0} of the frames hold two moments, {order} field first"), null, Math.Round(Math.Min(1, combed) * agreement, 2));
    }

    /// <summary>True where repeated fields come five frames apart, or two and three: the share of the repeats that keep that rhythm.</summary>
    private static (bool Found, double Strength) Rhythm(IReadOnlyList<FieldFrame> frames)
    {
        var best = 0;
        var repeats = frames.Count(frame => frame.Repeats);
        for (var phase = 0; phase < 5; phase++)
            best = Math.Max(best, frames.Count(frame => frame.Repeats && (frame.Number % 5 == phase || (frame.Number + 2) % 5 == phase)));
        // In 3:2 pulldown two of every five frames repeat a field of the frame before.
        var density = (double)repeats / Math.Max(1, frames.Count);
        var strength = repeats == 0 ? 0 : (double)best / repeats;
        return (density is > 0.2 and < 0.6 && strength > 0.8, strength);
    }

    private static IEnumerable<FrameRange> Samples(int frames)
    {
        if (frames <= Stretches * StretchFrames)
        {
            yield return new FrameRange(0, frames - 1);
            yield break;
        }
        for (var i = 0; i < Stretches; i++)
        {
            // Multiples of five keep the rhythm's phase comparable within an unbroken pulldown.
            var first = (int)((long)(2 * i + 1) * frames / (2 * Stretches)) / 5 * 5;
            yield return new FrameRange(first, Math.Min(frames, first + StretchFrames) - 1);
        }
    }

    private static List<FieldFrame> Fields(FilmInfo film, FrameRange range, CancellationToken cancel)
    {
        var begin = film.TimeOf(range.First) * 1_000_000;
        var arguments = FfmpegArguments.Ffmpeg()
            .Input(film.Path, range.First == 0 ? [] : ["-ss", FfmpegArguments.Word(begin.Round()) + "us"])
            .With("-map", $"0:{FfmpegArguments.Word(film.VideoStream)}", "-frames:v", FfmpegArguments.Word(range.Count))
            .With("-vf", "idet,metadata=mode=print:file=-").With("-f", "null").OutputPipe();
        var output = Tool.Run("ffmpeg", arguments.Words, cancel).Output;
        var fields = new List<FieldFrame>(range.Count);
        var repeats = false;
        foreach (Match match in Line().Matches(output))
            if (match.Groups["repeat"].Success)
                repeats = match.Groups["repeat"].Value != "neither";
            else
                fields.Add(new FieldFrame(range.First + fields.Count, match.Groups["kind"].Value, repeats));
        return fields;
    }

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture).Replace(" %", "%", StringComparison.Ordinal);

    [GeneratedRegex(@"lavfi\.idet\.repeated\.current_frame=(?<repeat>\w+)|lavfi\.idet\.single\.current_frame=(?<kind>\w+)")]
    private static partial Regex Line();

    /// <param name="Kind"><c>tff</c>, <c>bff</c>, <c>progressive</c> or <c>undetermined</c>.</param>
    /// <param name="Repeats">One of its fields is the one of the frame before.</param>
    internal readonly record struct FieldFrame(int Number, string Kind, bool Repeats);
}
