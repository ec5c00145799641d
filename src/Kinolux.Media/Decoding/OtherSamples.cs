using Kinolux.Core.Faults;

namespace Kinolux.Media.Decoding;

/// <summary>A film that holds other samples than it is said to: joined from two, or named wrongly. ffmpeg, forbidden to convert them unasked, says so and ends, with 0 where it had begun.</summary>
internal static class OtherSamples
{
    /// <param name="errors">What ffmpeg said.</param>
    /// <exception cref="FaultException">KX1014: it did.</exception>
    public static void Refuse(FilmInfo film, string errors)
    {
        if (film.IsReadAsItIs && errors.Contains("automatic conversion is disabled", StringComparison.Ordinal))
            throw FaultException.Of("KX1014", ("film", film.Path), ("format", film.PixelFormat)).With(errors);
    }
}
