using System.Text.Json;
using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Core.Time;

namespace Kinolux.Production.Work;

/// <summary>A wish as people write it: kind and frames, and where it is about a part of the picture, a region or a box.</summary>
/// <param name="Region">Where; or <paramref name="Box"/> for a whole rectangle.</param>
/// <param name="Change">What to do, in the stage's terms, such as <c>{"donor": 1}</c>.</param>
/// <param name="By">Whose it is, where that is not whoever hands it in.</param>
public sealed record WishLine(string? Kind, FrameRange? Frames, RegionMask? Region = null, Box? Box = null, string? Summary = null, JsonObject? Change = null, string? By = null)
{
    /// <exception cref="JsonException">It is no wish.</exception>
    public Proposal ToProposal(string person)
    {
        if (this is not { Kind: { } kind, Frames: { } frames })
            throw new JsonException("a wish needs kind and frames");
        var region = Region ?? (Box is { } box ? RegionMask.Whole(box) : null);
        if (region?.Fault() is { } fault)
            throw new JsonException(fault);
        return Proposal.Of(
            kind, new FilmPlace(frames, region), Summary ?? $"{kind}, marked by a person", 1,
            new ProposalSource(By ?? person, "", IsPerson: true), [], Change);
    }

    internal static WishLine Of(Proposal wish) => new(wish.Kind, wish.Frames, wish.Region, null, wish.Summary, wish.Change, wish.Source.Name);
}
