namespace Kinolux.Work.Links;

/// <summary>What was made from what is there no more.</summary>
public static class Staleness
{
    /// <summary>The smallest set to make again, each after what it is made from; of several causes the first.</summary>
    /// <param name="links">All of a work, or of a production, the oldest first: of those about one thing and one cause the last counts.</param>
    /// <param name="now">The hash of a thing as it is now; null where it is not there. What links made is asked only where it is there to be asked about.</param>
    public static IReadOnlyList<Stale> Of(IEnumerable<Link> links, Func<string, string?> now)
    {
        var last = new OrderedDictionary<(string Made, string? Part), Dictionary<string, Link>>();
        foreach (var link in links)
        {
            var key = (link.Made, link.Part);
            // A later making replaces all of the one before it.
            if (!last.TryGetValue(key, out var causes) || causes.Values.First().At != link.At)
                last[key] = causes = [];
            causes[link.From] = link;
        }
        var made = last.Keys.Select(key => key.Made).ToHashSet(StringComparer.Ordinal);
        List<Stale> stale = [];
        var known = new Dictionary<(string, string?), bool>();
        foreach (var key in last.Keys)
            Look(key);
        return stale;

        // What hangs on itself is stale only by others: it is taken for fresh while it is looked at.
        bool Look((string Made, string? Part) key)
        {
            if (known.TryGetValue(key, out var isStale))
                return isStale;
            known[key] = false;
            foreach (var link in last[key].Values)
                if ((made.Contains(link.From) && last.Keys.Where(other => other.Made == link.From && (other.Part is null || key.Part is null || other.Part == key.Part)).ToList().Exists(Look))
                    || (now(link.From) is var hash && hash != link.FromHash && (hash is not null || !made.Contains(link.From))))
                {
                    stale.Add(new Stale(key.Made, key.Part, link.From, link.Reason));
                    return known[key] = true;
                }
            return false;
        }
    }
}
