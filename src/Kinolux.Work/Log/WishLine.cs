using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Kinolux.Core.Review;

namespace Kinolux.Work.Log;

/// <summary>A wish as people write it: kind and place (<c>"frames": "12"</c> with a region or a box, or a text's lines and quote), and what else they want to say.</summary>
/// <param name="Change">What to do, in the engine's terms, such as <c>{"donor": 1}</c>.</param>
/// <param name="By">Whose it is, where that is not whoever hands it in.</param>
[JsonConverter(typeof(Converter))]
public sealed record WishLine(string Kind, Place Place, string? Summary = null, JsonObject? Change = null, string? By = null)
{
    internal const string OtherPlace = "it is about no place in this document";

    /// <param name="takes">Whether the work's document can have such a place.</param>
    /// <exception cref="JsonException">It can not.</exception>
    public Proposal ToProposal(string person, Predicate<Place> takes) =>
        takes(Place)
            ? Proposal.Of(Kind, Place, Summary ?? $"{Kind}, marked by a person", 1, new ProposalSource(By ?? person, "", IsPerson: true), [], Change)
            : throw new JsonException(OtherPlace);

    internal static WishLine Of(Proposal wish) => new(wish.Kind, wish.Place, wish.Summary, wish.Change, wish.Source.Name);

    private sealed record First(string Kind);

    private sealed record Rest(string? Summary, JsonObject? Change, string? By);

    private sealed record Fields(string Kind, string? Summary = null, JsonObject? Change = null, string? By = null);

    private sealed class Converter : PlacedConverter<WishLine, Fields>
    {
        protected override (object Begin, Place Place, object End) Part(WishLine value) => (new First(value.Kind), value.Place, new Rest(value.Summary, value.Change, value.By));

        protected override WishLine Join(Fields fields, Place place) => new(fields.Kind, place, fields.Summary, fields.Change, fields.By);
    }
}
