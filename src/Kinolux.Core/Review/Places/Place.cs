using System.Text.Json.Serialization;

namespace Kinolux.Core.Review;

/// <summary>Where in a document something is: a closed family, one for each kind of axis. Stored places are anchored once for each version of their document; those compared here are.</summary>
[JsonConverter(typeof(PlaceConverter))]
public abstract record Place
{
    private protected Place() { }

    /// <summary>What an id hashes: the same for the same finding in every analysis.</summary>
    public abstract string Key { get; }

    /// <summary>Where it is on the document's axis. Places that meet have extents that overlap.</summary>
    public abstract Extent Extent { get; }

    /// <summary>Whether a decision here is about a proposal there. Symmetric; places of different families never meet.</summary>
    public abstract bool Meets(Place other);

    /// <summary>It for a person: <c>frames 12-40</c>, <c>line 7, “Enter Hamlet”</c>.</summary>
    public abstract string Words { get; }

    /// <summary>A stretch of its document's axis for a person, such as that from the first to the last of several places: <c>frames 12-40</c>.</summary>
    public abstract string WordsOf(Extent stretch);

    /// <summary>Whether a spot that somebody points at is in it.</summary>
    public virtual bool Holds(Place spot) => Meets(spot);

    /// <summary>Why there can be no such place in any document; null where there can.</summary>
    public virtual string? Fault() => null;
}
