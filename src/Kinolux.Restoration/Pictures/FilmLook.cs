using Kinolux.Media;
using Kinolux.Media.Display;
using Kinolux.Report;

namespace Kinolux.Restoration.Pictures;

/// <summary>How a film's samples are shown: the report and the studio show them alike.</summary>
public static class FilmLook
{
    public static PictureLook Of(FilmInfo film) => new()
    {
        Matrix = film.Colour.Matrix switch
        {
            "bt709" => LumaMatrix.Bt709,
            "bt2020nc" or "bt2020c" => LumaMatrix.Bt2020,
            null or "unknown" => PictureLook.GuessMatrix(film.Format.Height),
            _ => LumaMatrix.Bt601,
        },
        FullRange = film.Colour.IsFullRange,
        SampleAspect = film.SampleAspect,
        Rotation = (360 - film.Rotation) % 360,
    };
}
