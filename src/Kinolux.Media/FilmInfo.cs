using System.Text.Json.Serialization;
using Kinolux.Core.Frames;
using Kinolux.Core.Time;
using Kinolux.Media.Dpx;
using Kinolux.Media.Samples;
using Kinolux.Media.Sequences;
using Kinolux.Media.Turning;

namespace Kinolux.Media;

/// <summary>What a film is, read by <see cref="Film.Open"/>. Frame numbers start at 0 and every number below <see cref="FrameCount"/> can be read.</summary>
public sealed record FilmInfo
{
    /// <summary>As it was named: a file, or a pattern such as <c>frames/%06d.dpx</c>.</summary>
    public required string Path { get; init; }

    /// <summary>ffmpeg's word for the container, such as <c>matroska,webm</c>; <c>sequence</c> for an image sequence.</summary>
    public required string Container { get; init; }

    public required string Codec { get; init; }

    /// <summary>ffmpeg's name of the film's own pixel format.</summary>
    public required string PixelFormat { get; init; }

    public required FrameFormat Format { get; init; }

    /// <summary>Frames a second, exact; the average where <see cref="IsVariableRate"/>.</summary>
    public required Rational Rate { get; init; }

    /// <summary>The unit of <see cref="Timestamps"/>, in seconds.</summary>
    public required Rational TimeBase { get; init; }

    public required int FrameCount { get; init; }

    /// <summary>True where frames last differently, so that only <see cref="Timestamps"/> tell when each is shown.</summary>
    public bool IsVariableRate { get; init; }

    public ColourDescription Colour { get; init; } = new();

    /// <summary>Width to height of one sample; 1 where the film does not say.</summary>
    public Rational SampleAspect { get; init; } = new(1, 1);

    /// <summary>Degrees by which a player turns the picture counter-clockwise: 0, 90, 180 or 270. Frames are read unturned.</summary>
    public int Rotation { get; init; }

    /// <summary>The mastering display and light levels of a film of high dynamic range, in a person's words; null where it says nothing.</summary>
    public string? MasteredFor { get; init; }

    /// <summary>How its pictures are turned in their files, DPX and TIFF; frames are read upright.</summary>
    public Orientation Orientation { get; init; } = Orientation.TopLeft;

    /// <summary>SMPTE timecode of frame 0, such as <c>01:00:00:00</c> or, drop-frame, <c>01:00:00;02</c>.</summary>
    public string? Timecode { get; init; }

    public FieldOrder FieldOrder { get; init; }

    /// <summary>When frame 0 is shown, in seconds after the file's own beginning (sound may begin earlier).</summary>
    public Rational Start { get; init; }

    public IReadOnlyList<FilmStream> Streams { get; init; } = [];

    public IReadOnlyList<FilmFinding> Findings { get; init; } = [];

    /// <summary>Every frame's own timestamp in units of <see cref="TimeBase"/>, rising; empty for a sequence, and where the file holds none that can be trusted.</summary>
    [JsonIgnore]
    public IReadOnlyList<long> Timestamps { get; init; } = [];

    /// <summary>Numbers of frames at which decoding can begin; empty where it must begin at frame 0.</summary>
    [JsonIgnore]
    internal IReadOnlyList<int> KeyFrames { get; init; } = [];

    [JsonIgnore]
    internal ImageSequence? Sequence { get; init; }

    [JsonIgnore]
    internal DpxHeader? Dpx { get; init; }

    [JsonIgnore]
    internal PixelReading Reading { get; init; } = PixelReading.None;

    /// <summary>True where the samples are asked for as the film is said to hold them: then ffmpeg has nothing to convert, and must not. A member of a sequence may be stored otherwise than the first.</summary>
    [JsonIgnore]
    internal bool IsReadAsItIs => Sequence is null && Reading.Wire == PixelFormat && Reading.Filter is null;

    /// <summary>What makes of a decoded picture the samples that are read, and turns it upright.</summary>
    [JsonIgnore]
    internal IEnumerable<string> ReadingFilters =>
        ((string?[])[Reading.Filter, Orientation.Upright() is { } turn ? $"format={Reading.Wire},{turn}" : null]).OfType<string>();

    [JsonIgnore]
    internal int VideoStream { get; init; }

    [JsonIgnore]
    public FrameRange Frames => new(0, FrameCount - 1);

    [JsonIgnore]
    public IEnumerable<FilmStream> Sound => Streams.Where(stream => stream.IsSound);

    /// <summary>The frame whose own timestamp is nearest.</summary>
    internal int FrameAt(long timestamp)
    {
        var (low, high) = (0, Timestamps.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Timestamps[middle] < timestamp)
                low = middle + 1;
            else
                high = middle;
        }
        return low > 0 && timestamp - Timestamps[low - 1] < Timestamps[low] - timestamp ? low - 1 : low;
    }

    /// <summary>When a frame is shown, in seconds after frame 0.</summary>
    public Rational TimeOf(int frame) =>
        IsVariableRate ? new Rational(Timestamps[frame] - Timestamps[0], 1) * TimeBase : new Rational(frame, 1) / Rate;
}
