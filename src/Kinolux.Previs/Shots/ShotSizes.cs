namespace Kinolux.Previs.Shots;

/// <summary>What each size means in metres and in the picture (Arijon, "Grammar of the Film Language", 1976; Bowen and Thompson, "Grammar of the Shot", 2009).</summary>
public static class ShotSizes
{
    /// <summary>As crews write it.</summary>
    public static string Short(this ShotSize size) => size switch
    {
        ShotSize.ExtremeCloseUp => "ECU",
        ShotSize.CloseUp => "CU",
        ShotSize.MediumCloseUp => "MCU",
        ShotSize.MediumShot => "MS",
        ShotSize.MediumLongShot => "MLS",
        ShotSize.LongShot => "LS",
        _ => "ELS",
    };

    /// <summary>How high the picture is at the person's depth, of the person's own height.</summary>
    public static double Of(this ShotSize size) => size switch
    {
        ShotSize.ExtremeCloseUp => 0.15,
        ShotSize.CloseUp => 0.26,
        ShotSize.MediumCloseUp => 0.4,
        ShotSize.MediumShot => 0.6,
        ShotSize.MediumLongShot => 0.88,
        ShotSize.LongShot => 1.28,
        _ => 2.4,
    };

    /// <summary>How high the eyes stand in the picture, −1 at the bottom to 1 at the top: on the upper third, lower where there would be no room above the head, higher where the feet must be in.</summary>
    public static double EyeLine(this ShotSize size) => size switch
    {
        ShotSize.ExtremeCloseUp => 0.16,
        ShotSize.CloseUp => 0.24,
        ShotSize.MediumLongShot => 0.5,
        ShotSize.LongShot => 0.66,
        ShotSize.ExtremeLongShot => 0.2,
        _ => 0.36,
    };

    /// <summary>The size of a picture that is so high of somebody's height.</summary>
    public static ShotSize Near(double share) => Enum.GetValues<ShotSize>().MinBy(size => Math.Abs(Math.Log(size.Of() / share)));

    /// <summary>Lenses that are tried for it, the usual one first, millimetres on Super 35.</summary>
    public static IReadOnlyList<double> Lenses(this ShotSize size) => size switch
    {
        ShotSize.ExtremeCloseUp => [100, 75, 50],
        ShotSize.CloseUp => [75, 50, 100, 40],
        ShotSize.MediumCloseUp => [50, 75, 40, 32],
        ShotSize.MediumShot => [40, 50, 32, 25],
        ShotSize.MediumLongShot => [32, 40, 25, 18],
        ShotSize.LongShot => [32, 25, 40, 18],
        _ => [25, 18, 32],
    };
}
