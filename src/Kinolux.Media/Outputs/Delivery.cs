using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Time;
using Kinolux.Media.Ffmpeg;
using Kinolux.Media.Samples;
using Kinolux.Media.Sequences;

namespace Kinolux.Media.Outputs;

/// <summary>One output: how ffmpeg is asked for it, where it lies until it is complete, and how it gets into place.</summary>
internal sealed class Delivery
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly bool _overwrite;
    private readonly bool _isSequence;

    private Delivery(string path, bool overwrite, OutputKind kind, FilmTarget target)
    {
        _path = path;
        _overwrite = overwrite;
        _isSequence = kind.IsSequence;
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        _temporary = Path.Combine(folder, $".{Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..12]}.part{(_isSequence ? "" : Path.GetExtension(path))}");
        var codec = VideoCodec.For(kind, target.Format);
        Wire = new WireFrame(target.Format, codec.WireDepth);
        Arguments = Build(target, kind, codec);
        if (_isSequence)
            Directory.CreateDirectory(_temporary);
    }

    public FfmpegArguments Arguments { get; }

    public WireFrame Wire { get; }

    public IReadOnlyList<FilmFinding> Findings { get; } = [];

    /// <exception cref="FaultException">KX1201 to KX1209.</exception>
    public static Delivery To(string path, FilmTarget target, bool overwrite)
    {
        var kind = OutputKind.Of(path);
        OutputCheck.Require(path, kind, target.CopyFrom, overwrite);
        return new Delivery(path, overwrite, kind, target);
    }

    public void MoveIntoPlace()
    {
        if (!_isSequence)
        {
            File.Move(_temporary, _path, _overwrite);
            return;
        }
        var folder = Path.GetDirectoryName(Path.GetFullPath(_path)) ?? ".";
        foreach (var file in Directory.EnumerateFiles(_temporary))
            File.Move(file, Path.Combine(folder, Path.GetFileName(file)), _overwrite);
        Directory.Delete(_temporary);
    }

    public void Remove()
    {
        if (_isSequence && Directory.Exists(_temporary))
            Directory.Delete(_temporary, recursive: true);
        else if (File.Exists(_temporary))
            File.Delete(_temporary);
    }

    private FfmpegArguments Build(FilmTarget target, OutputKind kind, VideoCodec codec)
    {
        var arguments = FfmpegArguments.Ffmpeg().InputPipe(
            "-f", "rawvideo", "-pix_fmt", PixelFormats.Planar(target.Format.Layout, codec.WireDepth),
            "-s", string.Create(CultureInfo.InvariantCulture, $"{target.Format.Width}x{target.Format.Height}"), "-framerate", target.Rate.ToString());
        var copied = target.CopyFrom is { Sequence: null } source && !kind.IsSequence ? source : null;
        if (copied is not null)
            arguments.Input(copied.Path, Cut(copied, target.Range)).With("-map", "0:v", "-map", "1:a?", "-map_metadata", "1", "-map_chapters", "1", "-c:a", "copy");
        arguments.With(codec.Options);
        if (!kind.IsSequence)
            return arguments.Output(_temporary, kind.MuxerOptions);
        var (_, prefix, digits, suffix) = ImageSequence.Split(_path);
        return arguments.Output(ImageSequence.FfmpegPatternOf(_temporary, prefix, digits, suffix), "-f", "image2", "-start_number", "0");
    }

    private static string[] Cut(FilmInfo film, FrameRange? range) =>
        range is { } frames && frames != film.Frames
            ? ["-ss", Seconds(film.Start + film.TimeOf(frames.First)), "-t", Seconds(new Rational(frames.Count, 1) / film.Rate)]
            : [];

    private static string Seconds(Rational time) => (time * 1_000_000).Round().ToString(CultureInfo.InvariantCulture) + "us";
}
