using System.Globalization;

namespace Kinolux.Script.People;

/// <summary>A person in a part of the story, measured and not understood.</summary>
/// <param name="Confidence">0 to 1, as <paramref name="Why"/> says it is made.</param>
/// <param name="Why">By which measure.</param>
public sealed record Lead(string Name, double Confidence, string Why)
{
    /// <summary>The most prominent person; null where nobody speaks.</summary>
    public static Lead? Protagonist(Cast cast)
    {
        if (cast.Persons.Count == 0)
            return null;
        var (first, next) = (cast.Persons[0], cast.Persons.ElementAtOrDefault(1));
        var second = next?.Prominence ?? 0;
        return new Lead(first.Name, first.Prominence > 0 ? Math.Round(first.Prominence / (first.Prominence + second), 2) : 0, string.Create(CultureInfo.InvariantCulture,
            $"the most prominent, with {100 * first.Prominence:0} % of the script{(next is null ? "" : string.Create(CultureInfo.InvariantCulture, $" before {next.Name} with {100 * second:0} %"))}; the confidence is the share of these two that is the first's"));
    }
}
