namespace Kinolux.Previs.Voices;

/// <summary>A piece of sound in a file of 48 kHz, and where it begins.</summary>
/// <param name="File">A WAV file of one or two channels; null for a voice that is not there, of which only the length is known.</param>
/// <param name="At">Samples behind the beginning of what it is a piece of.</param>
/// <param name="Length">Samples.</param>
/// <param name="Gain">What its samples are multiplied by.</param>
public sealed record SoundPiece(string? File, long At, long Length, float Gain = 1);
