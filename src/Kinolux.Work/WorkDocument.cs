using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Work.Review;

namespace Kinolux.Work;

/// <summary>A work's document at one moment, as far as a review must know it: its parts, and which places it has. Does not change.</summary>
public abstract class WorkDocument
{
    /// <summary>How pages show its places: <c>film</c>, <c>text</c>, …</summary>
    public abstract string View { get; }

    /// <summary>Its parts in order, none overlapping another.</summary>
    public abstract IReadOnlyList<Part> Parts { get; }

    /// <summary>All of it.</summary>
    public abstract Place Whole { get; }

    /// <summary>All of a part; null where its extent is no place that would be found again: then whoever decides on a part decides on each proposal in it.</summary>
    public abstract Place? PlaceOf(Part part);

    /// <summary>The part that a place begins in; null where it is in none.</summary>
    public Part? PartAt(Place place) => Part.At(Parts, place.Extent.First);

    /// <summary>Where a place that was stored for another version of the document is in this one.</summary>
    public virtual Anchored Anchor(Place place) => new(Anchoring.Found, place);

    /// <summary>Says that there is no such place in it.</summary>
    /// <exception cref="FaultException">Why not.</exception>
    public abstract void Check(Place place);

    /// <summary>The place that a person names, such as <c>12,300,200</c>.</summary>
    /// <exception cref="FaultException">It is none, or not in this document.</exception>
    public abstract Place Parse(string words);

    /// <summary>What is said of a spot where nothing was proposed.</summary>
    public virtual string NothingThere => "Nothing was found here.";

    /// <summary>What is to be said of a spot whatever was proposed there; null for nothing.</summary>
    public virtual string? Remark(Place spot) => null;

    /// <summary>Where what the output shows at a spot comes from; null where it does not tell, or the place is more than a spot.</summary>
    /// <param name="applied">All that is applied to the part of the document's axis that the spot is in, with shapes.</param>
    public virtual OriginSaid? OriginAt(Place spot, IReadOnlyList<ProposalView> applied) => null;
}
