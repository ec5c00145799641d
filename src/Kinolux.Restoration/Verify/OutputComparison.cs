using Kinolux.Core.Frames;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Restoration.Analysis;
using Kinolux.Restoration.Deliveries;

namespace Kinolux.Restoration.Verify;

/// <summary>Compares what was made again with an output: sample by sample where its format keeps samples, else by the checksums of its delivery.</summary>
internal sealed class OutputComparison
{
    private readonly SurveyedFilm _film;
    private readonly FilmInfo _output;
    private readonly DeliveryRecord _record;
    private readonly Findings _findings;
    private readonly int _chunkDepth;
    private readonly int _outputDepth;
    private readonly FramePool _pool = new();

    public OutputComparison(SurveyedFilm film, FilmInfo output, DeliveryRecord record, Findings findings)
    {
        (_film, _output, _record, _findings) = (film, output, record, findings);
        var stored = FilmWriter.StoredAs(record.Output, film.Target(record.Range == film.Film.Frames ? null : record.Range));
        (IsExact, _outputDepth) = (stored.IsExact, stored.Depth);
        _chunkDepth = FilmWriter.StoredAs("chunk.mkv", film.ChunkTarget).Depth;
        HasFrames = FindLength() & FindFormat();
    }

    /// <summary>The film's frames that it should hold.</summary>
    public FrameRange Range => _record.Range;

    /// <summary>True where the output keeps the samples of its frames.</summary>
    public bool IsExact { get; }

    /// <summary>True where there are frames to compare.</summary>
    public bool HasFrames { get; }

    /// <summary>A reader of the output's frames of a chunk; null where they are not compared one by one.</summary>
    public FilmReader? Open(FrameRange frames, CancellationToken cancel)
    {
        if (!IsExact || !HasFrames)
            return null;
        var (first, last) = (frames.First - _record.Range.First, Math.Min(frames.Last - _record.Range.First, _output.FrameCount - 1));
        return first > last ? null : new FilmReader(_output, new FrameRange(first, last), _pool, cancel: cancel);
    }

    /// <summary>Holds a frame that was made again against the checksum of its delivery and, where <paramref name="reader"/> is at it, against the output's.</summary>
    public void Look(int number, Frame made, FilmReader? reader)
    {
        using var stored = Monochrome.Expand(SampleDepth.Rounded(made, _chunkDepth, _pool), _film.Film.Format, _pool);
        var index = number - _record.Range.First;
        if (index >= _record.Sent.Count || FrameDigest.Of(stored) != _record.Sent[index])
            _findings.Add(new VerifyFinding("not-as-delivered", Severity.Error, "source and decisions now make another frame than the one that was delivered", number));
        using var there = reader?.Read();
        if (there is null)
            return;
        using var expected = SampleDepth.Rounded(stored, _outputDepth, _pool);
        var map = new ChangeMap(expected.Format);
        map.Mark(expected, there);
        foreach (var spot in map.TakeSpots())
            _findings.Add(new VerifyFinding(
                "tampered", Severity.Error, $"{spot.Count} samples are not what the decisions make of the source", number, spot.X, spot.Y, spot.Box, spot.Count));
    }

    /// <summary>Holds a lossy output's decoded frames against the checksums of its delivery.</summary>
    public void LookAtChecksums(Action step, CancellationToken cancel)
    {
        if (IsExact || _record.Held is not { } held)
            return;
        foreach (var checksum in FrameIndex.Read(_output, cancel))
        {
            if (checksum.Number < held.Count && checksum.Md5 != held[checksum.Number])
                _findings.Add(new VerifyFinding("other-frame", Severity.Error, "the frame is not the one that was delivered", checksum.Number + _record.Range.First));
            step();
        }
    }

    private bool FindLength()
    {
        if (_output.FrameCount != _record.Range.Count)
            _findings.Add(new VerifyFinding("length", Severity.Error, $"it has {_output.FrameCount} frames; {_record.Range.Count} were delivered"));
        return true;
    }

    private bool FindFormat()
    {
        var (wanted, has) = (_film.Film.Format, _output.Format);
        if (!IsExact || has with { Depth = wanted.Depth } == wanted)
            return true;
        _findings.Add(new VerifyFinding("format", Severity.Error, $"its frames are {has.Width} × {has.Height} {has.Layout}; {wanted.Width} × {wanted.Height} {wanted.Layout} were delivered"));
        return false;
    }
}
