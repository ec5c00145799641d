namespace Kinolux.Core.Review;

/// <summary>A kind of proposal, defined once by whoever proposes it: the standard policy, the wishes that are taken, colours and words in the pages are made from it.</summary>
/// <param name="Id">Its name in files and on the command line: lower case, hyphens.</param>
/// <param name="Title">For people.</param>
/// <param name="Tone">Its colour, the same on every page.</param>
public sealed record ProposalKind(string Id, string Title, Tone Tone)
{
    /// <summary>What the standard policy says of it, the surest first; where that is nothing, what it says of every kind.</summary>
    public IReadOnlyList<KindRule> Rules { get; init; } = [];

    /// <summary>True where a person may wish it.</summary>
    public bool MayBeWished { get; init; }

    /// <summary>Says for a person what applying such a change does; null where the summary says all.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Func<System.Text.Json.Nodes.JsonObject, string?>? Says { get; init; }

    /// <summary>True where it is about a part of the picture, so that it can be marked there.</summary>
    public bool IsSpot { get; init; }

    /// <summary>True where applying one makes something whole that the source has not: pages say so on the material.</summary>
    public bool Generates { get; init; }

    /// <summary>Which of them are asked about together.</summary>
    public Recurrence Recurs { get; init; }
}
