namespace Kinolux.Script.Continuity;

/// <summary>Moves the confidence that a rule has by its evidence to the share of its findings that readers agreed with.</summary>
/// <remarks>One number a rule, in log odds, fitted to labelled findings by <c>./dev bench scripts calibrate</c>. What counts and what is a hint stays so: that is the evidence's to say. A rule that the text alone decides is left alone, since a policy may accept what it says.</remarks>
internal static class Calibration
{
    private const double Counts = 0.5;
    private const double Most = 0.97;

    private static readonly Dictionary<string, double> Shifts = new()
    {
        ["two-places"] = 0.81,
        ["not-continuous"] = 0.78,
        ["day-night"] = 0.59,
        ["name-varies"] = 0.82,
        ["not-introduced"] = 0.76,
        ["prop-order"] = 0.49,
        ["knows-before"] = 0.36,
        ["no-pay-off"] = 0.49,
    };

    public static double Of(string rule, double sure) => sure is < Counts or >= 1 || !Shifts.TryGetValue(rule, out var shift) ? sure : Math.Round(Math.Clamp(Moved(sure, shift), Counts, Most), 2);

    private static double Moved(double share, double shift) => 1 / (1 + (1 - share) / share * Math.Exp(-shift));
}
