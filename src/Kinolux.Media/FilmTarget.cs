using Kinolux.Core.Frames;
using Kinolux.Core.Time;

namespace Kinolux.Media;

/// <summary>What a film to be written is, apart from its frames.</summary>
public sealed record FilmTarget
{
    public required FrameFormat Format { get; init; }

    public required Rational Rate { get; init; }

    /// <summary>True for a Matroska film that is read once and thrown away: kept without loss by what is quick, where another would be small.</summary>
    public bool IsPassing { get; init; }

    public ColourDescription Colour { get; init; } = new();

    public Rational SampleAspect { get; init; } = new(1, 1);

    /// <summary>Degrees counter-clockwise that a player turns the picture.</summary>
    public int Rotation { get; init; }

    /// <summary>How pictures are turned in their files, where these can say it.</summary>
    public Orientation Orientation { get; init; } = Orientation.TopLeft;

    public string? Timecode { get; init; }

    public FieldOrder FieldOrder { get; init; }

    /// <summary>Of every frame that will be written, in <see cref="TimeBase"/>; null for a steady rate.</summary>
    public IReadOnlyList<long>? Timestamps { get; init; }

    public Rational TimeBase { get; init; }

    /// <summary>The film whose sound, subtitles, chapters and metadata are copied; null for none.</summary>
    public FilmInfo? CopyFrom { get; init; }

    /// <summary>Which frames of <see cref="CopyFrom"/> are written, so that its sound is cut alike; null for all.</summary>
    public FrameRange? Range { get; init; }

    /// <summary>All that a film was, for its restored frames.</summary>
    public static FilmTarget Like(FilmInfo film, FrameRange? range = null) => new()
    {
        Format = film.Format,
        Rate = film.Rate,
        Colour = film.Colour,
        SampleAspect = film.SampleAspect,
        Rotation = film.Rotation,
        Orientation = film.Orientation,
        Timecode = film.Timecode,
        FieldOrder = film.FieldOrder,
        Timestamps = film.IsVariableRate ? [.. film.Timestamps.Skip(range?.First ?? 0).Take((range ?? film.Frames).Count)] : null,
        TimeBase = film.TimeBase,
        CopyFrom = film,
        Range = range,
    };
}
