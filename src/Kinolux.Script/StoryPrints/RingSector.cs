using Kinolux.Report.Svg;
namespace Kinolux.Script.StoryPrints;

/// <summary>Where things are on the ring: it runs clockwise and leaves a gap at the top, in which names stand.</summary>
internal static class RingSector
{
    public const double Centre = 500;

    /// <summary>Half of the gap, in radians.</summary>
    public const double Gap = 25 * Math.PI / 180;

    /// <summary>The point at a place of the ring, 0 to 1, and a distance from its centre.</summary>
    public static (double X, double Y) At(double place, double radius)
    {
        var angle = Gap + (place * 2 * (Math.PI - Gap));
        return (Centre + (radius * Math.Sin(angle)), Centre - (radius * Math.Cos(angle)));
    }

    /// <summary>The outline of a piece of the ring between two places and two distances.</summary>
    public static string Path(double from, double to, double inner, double outer)
    {
        var large = (to - from) * 2 * (Math.PI - Gap) > Math.PI ? 1 : 0;
        return $"M{Point(from, outer)}A{Number(outer)} {Number(outer)} 0 {large} 1 {Point(to, outer)}L{Point(to, inner)}A{Number(inner)} {Number(inner)} 0 {large} 0 {Point(from, inner)}Z";
    }

    /// <summary>A line along the ring.</summary>
    public static string Arc(double from, double to, double radius) =>
        $"M{Point(from, radius)}A{Number(radius)} {Number(radius)} 0 {((to - from) * 2 * (Math.PI - Gap) > Math.PI ? 1 : 0)} 1 {Point(to, radius)}";

    public static string Point(double place, double radius)
    {
        var (x, y) = At(place, radius);
        return $"{Number(x)} {Number(y)}";
    }

    private static string Number(double value) => SvgText.Number(value);
}
