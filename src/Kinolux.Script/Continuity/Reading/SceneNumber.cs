using System.Globalization;
using Kinolux.Script.Model;

namespace Kinolux.Script.Continuity.Reading;

/// <summary>A scene number: what counts of <c>12</c>, <c>12A</c>, <c>A12</c>, and of omitted <c>12-14</c>.</summary>
/// <param name="IsBefore">True for <c>A12</c>, which stands before 12.</param>
internal readonly record struct SceneNumber(string Text, int First, int Last, bool IsBefore, char Letter = '\0')
{
    /// <summary>Null for what counts otherwise, such as <c>3.2</c> and <c>IV</c>.</summary>
    public static SceneNumber? Parse(ScriptElement heading)
    {
        var text = (heading.Number ?? "").Trim().TrimEnd('.').ToUpperInvariant();
        var digits = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (digits < 0)
            return null;
        var end = digits;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        if (!int.TryParse(text.AsSpan(digits, end - digits), NumberStyles.None, CultureInfo.InvariantCulture, out var first))
            return null;
        var rest = text[end..];
        if (rest.AsSpan().IndexOfAnyInRange('0', '9') < 0)
            return text[..digits].All(char.IsLetter) && rest.All(c => char.IsLetter(c) || c == '-') ? new SceneNumber(text, first, first, digits > 0, rest is [var letter] && digits == 0 ? letter : '\0') : null;
        return heading.Text.Contains("OMIT", StringComparison.OrdinalIgnoreCase) && int.TryParse(rest.TrimStart('-', '–', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var last) && last >= first ? new SceneNumber(text, first, last, false) : null;
    }
}
