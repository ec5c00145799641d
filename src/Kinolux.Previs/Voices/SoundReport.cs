namespace Kinolux.Previs.Voices;

/// <summary>What a written sound is.</summary>
/// <param name="Samples">Of 48 kHz, of each of its two channels.</param>
/// <param name="Loudness">LUFS; null where nothing in it counts.</param>
/// <param name="Peak">Its highest sample, of full scale 1.</param>
public sealed record SoundReport(long Samples, double? Loudness, float Peak);
