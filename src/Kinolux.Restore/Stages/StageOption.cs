using System.Globalization;

namespace Kinolux.Restore.Stages;

/// <summary>One option of a stage as every surface shows it.</summary>
/// <param name="Name">Lower case with hyphens, such as <c>max-size</c>.</param>
/// <param name="Type">bool, int, double or an enum.</param>
/// <param name="Default">As the JSON of a plan writes it: true, 24, 0.5, or an enum's word.</param>
/// <param name="Min">The smallest number allowed; null where any goes.</param>
/// <param name="Max">The largest number allowed; null where any goes.</param>
/// <param name="Values">The words an enum allows; empty for other types.</param>
public sealed record StageOption(string Name, Type Type, object Default, double? Min, double? Max, IReadOnlyList<string> Values, string Description)
{
    /// <summary>The type in a person's words.</summary>
    public string TypeName =>
        Type.IsEnum ? "choice" : Type == typeof(bool) ? "on or off" : Type == typeof(int) ? "whole number" : "number";

    /// <summary>What values are allowed, such as <c>1 to 64</c> or <c>fill, keep, zoom</c>.</summary>
    public string RangeText =>
        Values.Count > 0 ? string.Join(", ", Values)
        : Type == typeof(bool) ? "true, false"
        : (Min, Max) switch
        {
            ({ } min, { } max) => $"{Text(min)} to {Text(max)}",
            ({ } min, null) => $"{Text(min)} or more",
            (null, { } max) => $"{Text(max)} or less",
            _ => "any",
        };

    public string DefaultText => Text(Default);

    private static string Text(object value) =>
        value is bool truth ? (truth ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
