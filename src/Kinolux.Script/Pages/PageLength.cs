using System.Globalization;

namespace Kinolux.Script.Pages;

/// <summary>A length in eighths of a page, as schedules count it.</summary>
public readonly record struct PageLength(int Eighths)
{
    /// <summary>Such as <c>1 4/8</c>, <c>3/8</c>, <c>2</c>.</summary>
    public override string ToString() =>
        (Eighths / 8, Eighths % 8) switch
        {
            (var pages, 0) => pages.ToString(CultureInfo.InvariantCulture),
            (0, var rest) => string.Create(CultureInfo.InvariantCulture, $"{rest}/8"),
            var (pages, rest) => string.Create(CultureInfo.InvariantCulture, $"{pages} {rest}/8"),
        };
}
