using Kinolux.Media;

namespace Kinolux.Studio.Films;

/// <summary>What a film's source is.</summary>
/// <param name="File">Its name without folders.</param>
/// <param name="Rate">Frames a second as numerator and denominator.</param>
/// <param name="Depth">Bits of a sample.</param>
/// <param name="PixelFormat">ffmpeg's name of it.</param>
/// <param name="SampleAspect">Width to height of one sample as numerator and denominator.</param>
internal sealed record SourceFacts(string File, int Frames, int Width, int Height, long[] Rate, string Codec, int Depth, string PixelFormat, long[] SampleAspect)
{
    public static SourceFacts Of(FilmInfo film) =>
        new(Path.GetFileName(film.Path), film.FrameCount, film.Format.Width, film.Format.Height, [film.Rate.Numerator, film.Rate.Denominator],
            film.Codec, film.Format.Depth, film.PixelFormat, [film.SampleAspect.Numerator, film.SampleAspect.Denominator]);
}
