using System.Globalization;

namespace Kinolux.Core.Text;

/// <summary>Times and sizes in words, as roughly as they are known.</summary>
public static class Amounts
{
    /// <summary>Such as <c>under a minute</c>, <c>40 to 90 s</c>, <c>4 to 9 min</c>, <c>1.5 to 3 h</c>.</summary>
    public static string Time(double least, double most) => most switch
    {
        < 60 => "under a minute",
        < 120 => Say($"{Rough(least)} to {Rough(most)} s"),
        < 7200 when least < 60 => Say($"up to {Rough(most / 60)} min"),
        < 7200 => Say($"{Rough(least / 60)} to {Rough(most / 60)} min"),
        _ => Say($"{Rough(least / 3600)} to {Rough(most / 3600)} h"),
    };

    /// <summary>Such as <c>310 MB</c>.</summary>
    public static string Bytes(double bytes) => bytes switch
    {
        < 1e6 => Say($"{Math.Max(1, bytes / 1e3):0} kB"),
        < 1e9 => Say($"{Rough(bytes / 1e6)} MB"),
        < 1e12 => Say($"{Rough(bytes / 1e9)} GB"),
        _ => Say($"{Rough(bytes / 1e12)} TB"),
    };

    // Two figures.
    private static string Rough(double value)
    {
        var step = value <= 0 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(value)) - 1);
        var rough = Math.Round(value / step) * step;
        return rough.ToString(value < 9.5 ? "0.#" : "0", CultureInfo.InvariantCulture);
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
