using System.Globalization;

namespace Kinolux.Core.Text;

/// <summary>How many there are, in words: <c>1 scene</c>, <c>3 scenes</c>.</summary>
public static class Counted
{
    /// <param name="many">The word for more than one, where it is not with an s.</param>
    public static string Of(long count, string one, string? many = null) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
