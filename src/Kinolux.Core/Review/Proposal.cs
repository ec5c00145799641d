using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Kinolux.Core.Time;

namespace Kinolux.Core.Review;

/// <summary>
/// Something that could be done to the material: what, where, why, how sure, by whom, on what evidence. Every automatic result and every wish of a person is one.
/// </summary>
/// <param name="Id">Stable for the same finding in the same place: see <see cref="ProposalId"/>.</param>
/// <param name="Kind">What it is about, in the field's words: <c>dirt</c>, <c>scratch</c>, <c>weave</c>, <c>flicker</c>, <c>duplicate-frame</c>, …</param>
/// <param name="Place">What it changes.</param>
/// <param name="Summary">One line for a person.</param>
/// <param name="Confidence">0 to 1: the share of such proposals that a careful person would accept.</param>
/// <param name="Source">Who proposes.</param>
/// <param name="Evidence">Why.</param>
/// <param name="Change">What applying does, in the proposing stage's own terms (a weave path, a gain curve); null where the place says all. A person may edit it.</param>
[JsonConverter(typeof(Converter))]
public sealed record Proposal(
    string Id,
    string Kind,
    Place Place,
    string Summary,
    double Confidence,
    ProposalSource Source,
    IReadOnlyList<Evidence> Evidence,
    JsonObject? Change = null)
{
    /// <summary>A proposal that is named by what and where it is.</summary>
    public static Proposal Of(string kind, Place place, string summary, double confidence, ProposalSource source, IReadOnlyList<Evidence> evidence, JsonObject? change = null) =>
        new(ProposalId.Of(kind, place), kind, place, summary, confidence, source, evidence, change);

    /// <summary>The same elsewhere, named by where it is now.</summary>
    public Proposal At(Place place) => this with { Id = ProposalId.Of(Kind, place), Place = place };

    private sealed record First(string Id, string Kind);

    private sealed record Rest(string Summary, double Confidence, ProposalSource Source, IReadOnlyList<Evidence> Evidence, JsonObject? Change);

    private sealed record Fields(string Id, string Kind, string Summary, double Confidence, ProposalSource Source, IReadOnlyList<Evidence> Evidence, JsonObject? Change = null);

    private sealed class Converter : PlacedConverter<Proposal, Fields>
    {
        protected override (object Begin, Place Place, object End) Part(Proposal value) =>
            (new First(value.Id, value.Kind), value.Place, new Rest(value.Summary, value.Confidence, value.Source, value.Evidence, value.Change));

        protected override Proposal Join(Fields fields, Place place) =>
            new(fields.Id, fields.Kind, place, fields.Summary, fields.Confidence, fields.Source, fields.Evidence, fields.Change);
    }
}
