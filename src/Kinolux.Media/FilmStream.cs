namespace Kinolux.Media;

/// <summary>One stream of a film file.</summary>
/// <param name="Index">As the container counts, from 0.</param>
/// <param name="Kind"><c>video</c>, <c>audio</c>, <c>subtitle</c>, <c>data</c> or <c>attachment</c>.</param>
/// <param name="Codec">ffmpeg's name of the codec.</param>
/// <param name="SampleRate">Samples a second, for sound.</param>
/// <param name="Channels">For sound.</param>
/// <param name="Bits">Of a sample of lossless sound.</param>
public sealed record FilmStream(int Index, string Kind, string Codec, string? Language, string? Title, int? SampleRate, int? Channels, int? Bits = null)
{
    public bool IsSound => Kind == "audio";
}
