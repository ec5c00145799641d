namespace Kinolux.Script.Networks;

/// <summary>Weighed links between numbers, each from both ends.</summary>
internal sealed class Links
{
    private readonly List<(int To, int Weight)>[] _links;

    public Links(int count, IEnumerable<(int A, int B, int Weight)> links)
    {
        _links = [.. Enumerable.Range(0, count).Select(_ => new List<(int, int)>())];
        foreach (var (a, b, weight) in links)
        {
            _links[a].Add((b, weight));
            if (a != b)
                _links[b].Add((a, weight));
        }
        foreach (var own in _links)
            own.Sort();
        Total = _links.Sum(own => own.Sum(link => link.Weight));
    }

    public int Count => _links.Length;

    /// <summary>All weights, each from both ends.</summary>
    public int Total { get; }

    public IReadOnlyList<(int To, int Weight)> Of(int number) => _links[number];

    public int StrengthOf(int number) => _links[number].Sum(link => link.Weight);
}
