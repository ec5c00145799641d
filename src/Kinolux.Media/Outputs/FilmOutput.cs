using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Processes;
using Kinolux.Core.Time;
using Kinolux.Media.Dpx;
using Kinolux.Media.Ffmpeg;
using Kinolux.Media.Probing;
using Kinolux.Media.Samples;
using Kinolux.Media.Sequences;
using Kinolux.Media.Turning;

namespace Kinolux.Media.Outputs;

/// <summary>One output: how ffmpeg is asked for it, where it is until it is complete, and how it gets into place.</summary>
internal sealed class FilmOutput
{
    private readonly string _path;
    private readonly string _folder;
    private readonly string _temporary;
    private readonly bool _overwrite;
    private readonly OutputKind _kind;
    private readonly FilmTarget _target;
    private readonly VideoCodec _codec;
    private readonly CopiedStreams? _copied;
    private FilmInfo? _written;

    /// <exception cref="FaultException">KX1201 to KX1209.</exception>
    public FilmOutput(string path, FilmTarget target, bool overwrite)
    {
        _kind = OutputKinds.Of(path);
        Leftovers.Remove(path);
        OutputRefusal.Require(path, _kind, target.CopyFrom, overwrite);
        (_path, _overwrite, _target) = (path, overwrite, target);
        _codec = VideoCodec.For(_kind, target);
        Wire = new WireFrame(target.Format, _codec.WireDepth);
        // Beside pictures, the sound is in a Matroska file, which holds any.
        _copied = target.CopyFrom is { Sequence: null } source ? CopiedStreams.From(source, _kind.IsSequence() ? OutputKind.Matroska : _kind, path) : null;
        Findings = [.. _copied?.Findings ?? [], .. DeliveryFindings.Of(target, _kind, _codec)];
        _folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        _temporary = Path.Combine(_folder, Leftovers.NameFor(path) + (_kind.IsSequence() ? "" : Path.GetExtension(path)));
        if (_kind.IsSequence())
            Directory.CreateDirectory(_temporary);
    }

    /// <summary>Throws what making such an output would throw at once.</summary>
    public static void Check(string path, FilmTarget target, bool overwrite)
    {
        var kind = OutputKinds.Of(path);
        Leftovers.Remove(path);
        OutputRefusal.Require(path, kind, target.CopyFrom, overwrite);
        if (target.CopyFrom is { Sequence: null } source)
            CopiedStreams.From(source, kind.IsSequence() ? OutputKind.Matroska : kind, path);
    }

    public WireFrame Wire { get; }

    /// <summary>What the output cannot keep exactly as the source has it.</summary>
    public IReadOnlyList<FilmFinding> Findings { get; }

    /// <summary>Who takes ffmpeg's standard output; null where it writes the output itself.</summary>
    public DpxFiles? Pictures => _kind == OutputKind.Dpx ? new DpxFiles(Header(), FirstTimecode(), _temporary, _path, FirstNumber, _target.Range?.Count ?? _target.CopyFrom?.FrameCount ?? 0) : null;

    private long FirstNumber => (_target.CopyFrom?.Sequence?.First ?? 0) + (_target.Range?.First ?? 0);

    public FfmpegArguments Arguments()
    {
        var arguments = FfmpegArguments.Ffmpeg();
        var delay = Delay;
        // Frames that carry their own times are moved as they come; the others are given theirs by a filter, in units that also say the delay.
        arguments.WithIf(delay.IsPositive && _target.Timestamps is not null, "-itsoffset", Microseconds(delay));
        var unit = delay.IsPositive && _target.Timestamps is null ? FineUnit(_target.Rate) : (Rational?)null;
        string[] times = unit is { } fine ? [$"settb={fine}", $"setpts=N*{FfmpegArguments.Word((_target.Rate * fine).Inverse.Round())}+{FfmpegArguments.Word((delay / fine).Round())}"] : [];
        if (_target.Timestamps is null)
            arguments.InputPipe(
                "-f", "rawvideo", "-pix_fmt", PixelFormats.Planar(_target.Format.Layout, _codec.WireDepth),
                "-s", string.Create(CultureInfo.InvariantCulture, $"{_target.Format.Width}x{_target.Format.Height}"), "-framerate", _target.Rate.ToString());
        else
            arguments.InputPipe("-f", "nut");
        var source = _kind.IsSequence() ? null : _target.CopyFrom;
        if (_copied is not null && source is not null)
            arguments.Input(source.Path, Cut(source));
        // The picture stays the first stream: players and editors take it for the film.
        arguments.With("-map", "0:v").With(_copied is not null && source is not null ? [.. _copied.Options] : []).With("-vf", string.Join(',', [PictureFilters.Of(_target, _kind, _codec), .. times])).With(_codec.Options).With("-pix_fmt", _codec.Pixels)
            .With(PictureFilters.Options(_target))
            // What is written is what was given: no frame is invented to fill up what begins late, and none is left out.
            .With("-fps_mode", "passthrough").WithIf(_target.Timestamps is not null || unit is not null, "-enc_time_base", unit?.ToString() ?? "-1")
            .With(Marks()).With(_kind.Muxer());
        if (_kind == OutputKind.Dpx)
            return arguments.OutputPipe();
        if (!_kind.IsSequence())
            return arguments.Output(_temporary);
        var (_, prefix, digits, suffix) = ImageSequence.Split(_path);
        return arguments.Output(ImageSequence.FfmpegPatternOf(_temporary, prefix, digits, suffix), "-start_number", FfmpegArguments.Word(FirstNumber));
    }

    // How much later than the file the picture begins.
    private Rational Delay => _copied is not null && !_kind.IsSequence() && _target.Range is null ? _target.CopyFrom?.Start ?? Rational.Zero : Rational.Zero;

    // A whole number of them is one frame, and they are about as short as a sample of sound.
    private static Rational FineUnit(Rational rate) => new(1, rate.Numerator * Math.Max(1, 48000 / rate.Numerator));

    /// <summary>What is left to do once ffmpeg has written the pictures.</summary>
    public void Finish(CancellationToken cancel)
    {
        if (_target.Rotation != 0 && _kind is OutputKind.QuickTime or OutputKind.Mp4)
            MovRotation.Write(_temporary, _target.Rotation);
        if (_kind == OutputKind.Tiff && _target.Orientation != Orientation.TopLeft)
            foreach (var picture in Directory.EnumerateFiles(_temporary))
                StoredOrientation.WriteTiff(picture, _target.Orientation);
        if (!_kind.IsSequence() || _copied is null || _target.CopyFrom is not { } source || !source.Sound.Any())
            return;
        var copy = FfmpegArguments.Ffmpeg().Input(source.Path, Cut(source)).With("-map", "0:a", "-c", "copy").Output(Path.Combine(_temporary, SoundName()), "-f", "matroska");
        if (Tool.Run("ffmpeg", copy.Words, cancel) is { ExitCode: not 0 } result)
            throw EncodeFault.Of(Path.Combine(_folder, SoundName()), result.ErrorTail);
    }

    /// <summary>Counts the pictures of what was written: nothing that came out shorter or longer is ever moved into place.</summary>
    /// <param name="frames">As many were given.</param>
    /// <exception cref="FaultException">KX1210: it has more or fewer.</exception>
    public void Count(int frames, CancellationToken cancel)
    {
        // A chunk is thrown away again, and counted by whoever reads it.
        if (_target.IsPassing)
            return;
        var written = _kind.IsSequence() ? ImageSequence.TryFind(Unplaced)?.FrameCount ?? 0 : FrameCount(cancel);
        if (written != frames)
            throw FaultException.Of("KX1210", ("output", _path), ("written", FfmpegArguments.Word(written)), ("frames", FfmpegArguments.Word(frames)));
    }

    /// <summary>What was written, once it is whole: probed when it is first asked for, and not again.</summary>
    public FilmInfo Written(CancellationToken cancel) => _written ??= Film.Open(Unplaced, _target.Rate, cancel);

    // What no film can be read from has no frames.
    private int FrameCount(CancellationToken cancel)
    {
        try
        {
            return Written(cancel).FrameCount;
        }
        catch (FaultException cause) when (cause.Fault.Code.StartsWith("KX10", StringComparison.Ordinal))
        {
            return 0;
        }
    }

    /// <summary>Where the output is until it is moved into place: a file, or a pattern of pictures.</summary>
    public string Unplaced => _kind.IsSequence() ? Path.Combine(_temporary, Path.GetFileName(_path)) : _temporary;

    public void MoveIntoPlace()
    {
        if (!_kind.IsSequence())
        {
            AtomicFile.Place(_temporary, _path, _overwrite);
            return;
        }
        string[] names = [.. Directory.EnumerateFiles(_temporary).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        var list = Leftovers.ListMoves(_temporary, names);
        AtomicFile.PlaceAll(_temporary, names, _folder, _overwrite);
        File.Delete(list);
        Directory.Delete(_temporary);
    }

    public void Remove()
    {
        if (_kind.IsSequence() && Directory.Exists(_temporary))
            Leftovers.TakeBack(_temporary);
        else if (File.Exists(_temporary))
            File.Delete(_temporary);
    }

    private string[] Marks()
    {
        List<string> marks = [];
        if (FirstTimecode()?.ToString() is { } label)
            marks.AddRange("-metadata", "timecode=" + label);
        // Matroska has no place for a turn that this ffmpeg writes; the tag is at least read back.
        if (_target.Rotation != 0 && _kind == OutputKind.Matroska)
            marks.AddRange("-metadata:s:v:0", "ROTATION=" + FfmpegArguments.Word(_target.Rotation));
        return [.. marks];
    }

    private Timecode? FirstTimecode() =>
        Timecode.TryParse(_target.Timecode, _target.Rate, out var code) ? code.Add(_target.Range?.First ?? 0) : null;

    private DpxHeader Header()
    {
        var source = _target.CopyFrom?.Dpx;
        var transfer = source?.Transfer ?? (_target.Colour.Transfer switch { "linear" => 2, "log" or "log100" or "log316" => 3, "bt709" => 6, _ => 0 });
        return new DpxHeader((byte)transfer, source?.Colorimetric ?? (byte)(_target.Colour.Primaries == "bt709" ? 6 : 0), null, _target.Rate) { Orientation = _target.Orientation };
    }

    private string SoundName()
    {
        var name = ImageSequence.Split(_path).Prefix.TrimEnd('.', '_', '-', ' ');
        return (name.Length == 0 ? "sound" : name) + ".mka";
    }

    private string[] Cut(FilmInfo film) =>
        _target.Range is { } frames && frames != film.Frames
            ? ["-ss", Microseconds(film.Start + film.TimeOf(frames.First)), "-t", Microseconds(new Rational(frames.Count, 1) / film.Rate)]
            : [];

    private static string Microseconds(Rational time) => FfmpegArguments.Word((time * 1_000_000).Round()) + "us";
}
