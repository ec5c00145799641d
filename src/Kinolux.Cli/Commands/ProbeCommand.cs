using System.CommandLine;
using System.Globalization;
using Kinolux.Core.Frames;
using Kinolux.Media;

namespace Kinolux.Cli.Commands;

/// <summary><c>kinolux probe FILM</c>: what a film is, and what its owner should know before it is worked on.</summary>
internal static class ProbeCommand
{
    public static Command Create(CliContext context)
    {
        var name = FilmOptions.Film();
        var rate = FilmOptions.Rate();
        var command = new KinoluxCommand("probe", "Shows what a film is: frames, colour, sound, fields, and what is unusual about it.", "probe film.mkv", "probe frames/%06d.dpx --rate 24 --json") { name, rate };
        command.SetAction(parsed =>
        {
            var film = Film.Open(parsed.GetRequiredValue(name), FilmOptions.ParseRate(parsed.GetValue(rate)), context.Cancel);
            IReadOnlyList<FilmFinding> findings = [.. film.Findings, .. FieldScan.Look(film, context.Cancel)];
            var needs = FilmNeeds.Of(film, new MachineSpeed(context.OwnFolder).Read());
            context.Write(Describe(film, findings, needs), () => Show(context, film, findings, needs));
            return 0;
        });
        return command;
    }

    private static object Describe(FilmInfo film, IReadOnlyList<FilmFinding> findings, FilmNeeds needs) => new
    {
        film.Path, film.Container, film.Codec, film.PixelFormat, film.Format.Width, film.Format.Height, film.Format.Layout, film.Format.Depth,
        Rate = film.Rate.ToString(), film.IsVariableRate, TimeBase = film.TimeBase.ToString(), Frames = film.FrameCount, film.Timecode,
        SampleAspect = film.SampleAspect.ToString(), film.Rotation, film.FieldOrder, film.Colour, film.Streams, Findings = findings, Needs = needs,
    };

    private static void Show(CliContext context, FilmInfo film, IReadOnlyList<FilmFinding> findings, FilmNeeds needs)
    {
        List<(string Name, string Value)> rows =
        [
            ("film", film.Path),
            ("kind", $"{film.Container}, {film.Codec}"),
            ("picture", Words($"{film.Format.Width}×{film.Format.Height}, {Layout(film.Format)}, {film.Format.Depth} bit ({film.PixelFormat})")),
            ("frames", Words($"{film.FrameCount} at {Rate(film)}, {Length(film)}")),
            ("colour", Colour(film.Colour)),
        ];
        if (film.SampleAspect != new Core.Time.Rational(1, 1))
            rows.Add(("samples", $"{film.SampleAspect} (width to height)"));
        if (film.Rotation != 0)
            rows.Add(("turned", Words($"{film.Rotation}° counter-clockwise when played")));
        if (film.Timecode is { } timecode)
            rows.Add(("timecode", timecode));
        if (film.FieldOrder != FieldOrder.Unknown)
            rows.Add(("fields", film.FieldOrder switch { FieldOrder.TopFirst => "top first, it says", FieldOrder.BottomFirst => "bottom first, it says", _ => "progressive, it says" }));
        rows.AddRange(film.Streams.Where(stream => stream.Kind != "video").Select(stream => (stream.IsSound ? "sound" : stream.Kind, Stream(stream))));
        rows.AddRange(needs.Rows());
        rows.AddRange(findings.Select(finding => ("note", Finding(finding))));
        var width = rows.Max(row => row.Name.Length);
        foreach (var (label, value) in rows)
            context.Out.WriteLine($"{label.PadRight(width)}  {value}");
    }

    private static string Layout(FrameFormat format) => format.Layout switch
    {
        PixelLayout.Gray => "gray",
        PixelLayout.Yuv420 => "YUV 4:2:0",
        PixelLayout.Yuv422 => "YUV 4:2:2",
        PixelLayout.Yuv444 => "YUV 4:4:4",
        _ => "RGB",
    };

    private static string Rate(FilmInfo film)
    {
        var rate = film.Rate.Denominator == 1 ? film.Rate.ToString() : Words($"{film.Rate} ({film.Rate.ToDouble():0.###})");
        return film.IsVariableRate ? $"changing rates, {rate} a second on average" : $"{rate} a second";
    }

    private static string Length(FilmInfo film)
    {
        var last = film.TimeOf(film.FrameCount - 1) + film.Rate.Inverse;
        var milliseconds = (last * 1000).Round();
        return Words($"{milliseconds / 3_600_000}:{milliseconds / 60_000 % 60:00}:{milliseconds / 1000 % 60:00}.{milliseconds % 1000:000}");
    }

    private static string Colour(ColourDescription colour) =>
        string.Join(", ", ((string, string)[])
            [("range", colour.Range), ("primaries", colour.Primaries), ("transfer", colour.Transfer), ("matrix", colour.Matrix), ("chroma", colour.ChromaLocation)] switch
        {
            var words => words.Where(word => word.Item2 != ColourDescription.Unknown).Select(word => $"{word.Item1} {word.Item2}").DefaultIfEmpty("the film does not say"),
        });

    private static string Stream(FilmStream stream)
    {
        List<string> words = [stream.Codec];
        if (stream.Channels is { } channels)
            words.Add(Words($"{channels} channel{(channels == 1 ? "" : "s")}"));
        if (stream.SampleRate is { } rate)
            words.Add(Words($"{rate} Hz"));
        if (stream.Bits is { } bits)
            words.Add(Words($"{bits} bit"));
        words.AddRange(new[] { stream.Language, stream.Title }.OfType<string>());
        return string.Join(", ", words);
    }

    private static string Finding(FilmFinding finding) =>
        finding.Kind + (finding.Frames is { } frames ? $" at {frames}" : "") + ": " + finding.Message + (finding.Confidence < 1 ? Words($" ({finding.Confidence:0.00} sure)") : "");

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
