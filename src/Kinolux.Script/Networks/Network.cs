using Kinolux.Script.People;

namespace Kinolux.Script.Networks;

/// <summary>Who meets whom.</summary>
/// <param name="Knots">All persons, the most prominent first.</param>
/// <param name="Ties">The strongest first.</param>
/// <param name="Modularity">How much more of the ties is within communities than by chance: −.5 to 1, and 0 where there is one community.</param>
public sealed record Network(IReadOnlyList<Knot> Knots, IReadOnlyList<Tie> Ties, double Modularity)
{
    public static Network Of(Cast cast)
    {
        var numbers = Enumerable.Range(0, cast.Persons.Count).ToDictionary(i => cast.Persons[i].Name, i => i);
        var ties = new Dictionary<(int, int), (int Scenes, int Exchanges)>();
        foreach (var here in cast.Persons.SelectMany((person, number) => person.Appearances.Where(at => !at.IsVoice).Select(at => (at.Passage, number))).GroupBy(at => at.Passage, at => at.number).Select(group => group.Order().ToList()))
            for (var i = 0; i < here.Count; i++)
                for (var j = i + 1; j < here.Count; j++)
                    ties[(here[i], here[j])] = ties.GetValueOrDefault((here[i], here[j])) is var tie ? (tie.Scenes + 1, tie.Exchanges) : default;
        for (var i = 1; i < cast.Speeches.Count; i++)
            if (cast.Speeches[i].Passage == cast.Speeches[i - 1].Passage)
                foreach (var a in cast.Speeches[i - 1].Speakers)
                    foreach (var b in cast.Speeches[i].Speakers)
                        if (a != b && (Math.Min(numbers[a], numbers[b]), Math.Max(numbers[a], numbers[b])) is var pair)
                            ties[pair] = ties.GetValueOrDefault(pair) is var tie ? (tie.Scenes, tie.Exchanges + 1) : default;
        var links = new Links(cast.Persons.Count, ties.Select(tie => (tie.Key.Item1, tie.Key.Item2, tie.Value.Scenes + tie.Value.Exchanges)));
        var communities = Louvain.Of(links);
        var between = Betweenness.Of(links);
        return new Network(
            [.. cast.Persons.Select((person, i) => new Knot(person.Name, links.Of(i).Count, links.StrengthOf(i), between[i], communities[i] + 1))],
            [.. ties.Select(tie => new Tie(cast.Persons[tie.Key.Item1].Name, cast.Persons[tie.Key.Item2].Name, tie.Value.Scenes, tie.Value.Exchanges)).OrderByDescending(tie => tie.Weight).ThenBy(tie => numbers[tie.First]).ThenBy(tie => numbers[tie.Second])],
            Louvain.Modularity(links, communities));
    }
}
