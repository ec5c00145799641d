using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Production.Work;

namespace Kinolux.Production.Review;

/// <summary>A proposal without its words: what deciding, counting and finding it by frame needs. A feature's million of them fit into memory.</summary>
/// <param name="Group">Shot, kind and source.</param>
/// <param name="Box">Box of its region; null where it is about the whole picture.</param>
/// <param name="Rendered">How the last run took it; null for a wish that no run has seen.</param>
/// <param name="Place">Where the rest of it is read.</param>
/// <param name="Wish">The proposal itself, where it is a person's own.</param>
public sealed record ProposalOutline(ProposalGroup Group, string Id, FrameRange Frames, Box? Box, double Confidence, Verdict? Rendered, ProposalPlace Place, Proposal? Wish = null)
{
    /// <summary>What a reviewer needs to decide on it.</summary>
    internal Proposal Bare => Wish ?? new Proposal(Id, Group.Kind, new FilmPlace(Frames, Box is { } box ? RegionMask.Whole(box) : null), "", Confidence, Group.Source, []);
}
