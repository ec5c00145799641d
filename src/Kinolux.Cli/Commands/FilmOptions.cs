using System.CommandLine;
using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Time;

namespace Kinolux.Cli.Commands;

/// <summary>Arguments and options that several commands share.</summary>
internal static class FilmOptions
{
    public static Argument<string> Film() => new("FILM") { Description = "A film file, or frames such as frames/%06d.dpx." };

    public static Option<string?> Work() => new("--work") { Description = "The work folder; OUT.kinolux beside the output by default.", HelpName = "DIR" };

    public static Option<string?> Rate() => new("--rate") { Description = "Frames a second of an image sequence, such as 24 or 24000/1001.", HelpName = "RATE" };

    public static Option<int> Jobs()
    {
        var jobs = new Option<int>("--jobs") { Description = "Chunks at work at a time; one per core by default.", HelpName = "N" };
        jobs.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, CultureInfo.InvariantCulture, out var count) && count > 0))
                result.AddError($"--jobs is a number from 1, not {token.Value}");
        });
        return jobs;
    }

    /// <exception cref="FaultException">KX2016: it is no frame rate.</exception>
    public static Rational? ParseRate(string? text) =>
        text is null ? null
        : Rational.TryParse(text, out var rate) && rate.IsPositive ? rate
        : throw FaultException.Of("KX2016", ("rate", text));

    /// <summary>Frames by number or by timecode: <c>12-240</c>, <c>00:00:05:00-00:00:09:23</c>.</summary>
    /// <param name="rate">Of the film; asked for only where there is a timecode.</param>
    /// <exception cref="FaultException">KX2017: it is no range of frames; else the film cannot be read.</exception>
    public static FrameRange? ParseRange(string? text, Func<Rational> rate)
    {
        if (text is null)
            return null;
        if (text.Contains(':', StringComparison.Ordinal) && rate() is var perSecond && text.Split('-') is { Length: 1 or 2 } ends && Array.ConvertAll(ends, end => FrameOf(end, perSecond)) is var frames && frames.All(frame => frame >= 0) && frames[^1] >= frames[0])
            return new FrameRange((int)frames[0], (int)frames[^1]);
        return FrameRange.TryParse(text, out var range) ? range : throw FaultException.Of("KX2017", ("range", text));
    }

    private static long FrameOf(string text, Rational rate) =>
        Timecode.TryParse(text, rate, out var time) ? time.Frame : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var frame) ? frame : -1;
}
