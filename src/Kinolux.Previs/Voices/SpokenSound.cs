using Kinolux.Core.Time;

namespace Kinolux.Previs.Voices;

/// <summary>A line as it sounds: its pieces, and the silence between them.</summary>
/// <param name="Samples">Of 48 kHz, all of it.</param>
public sealed record SpokenSound(SpokenLine Line, IReadOnlyList<SoundPiece> Pieces, long Samples)
{
    public const int SampleRate = 48000;

    /// <summary>True where no voice was there to say it: its length is an estimate.</summary>
    public bool IsSilent => Pieces.Any(piece => piece.File is null);

    /// <summary>Frames that it takes, rounded up; one at least.</summary>
    public long Frames(Rational rate) => Math.Max(1, -(new Rational(-Samples, SampleRate) * rate).Floor());
}
