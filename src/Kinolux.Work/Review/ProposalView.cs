using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Kinolux.Core.Review;

namespace Kinolux.Work.Review;

/// <summary>A proposal as people see it: with all its reasons, how it is decided now, and how the last run took it. Written flat, with the fields of its place.</summary>
/// <param name="Part">The part that it is in.</param>
/// <param name="Place">With a region's exact shape, where that was asked for.</param>
/// <param name="Box">Box of a film's region; null where it is about the whole picture.</param>
/// <param name="Where">Its place for a person.</param>
/// <param name="Change">What applying it would do now, a person's edit worked in.</param>
/// <param name="Says">The same for a person, where its kind says it.</param>
/// <param name="Now">By the decisions taken so far: what the next run does.</param>
/// <param name="Rendered">By the decisions of the last run: what the output shows; null where no run has seen it.</param>
[JsonConverter(typeof(Converter))]
public sealed record ProposalView(
    string Id, string Kind, string Part, Place Place, Box? Box, string Where, string Summary, double Confidence, ProposalSource Source, IReadOnlyList<Evidence> Evidence,
    JsonObject? Change, string? Says, Ruling Now, Ruling? Rendered)
{
    /// <summary>Proposals whole, in the order given.</summary>
    /// <param name="kinds">That they may be of.</param>
    /// <exception cref="Core.Faults.FaultException">KX2402: a run is writing the proposals again, or they were damaged.</exception>
    public static IReadOnlyList<ProposalView> Of(IReadOnlyList<Ruled> proposals, IReadOnlyList<ProposalKind> kinds, bool shapes = false) =>
        [.. proposals.Zip(ReviewState.Read(proposals), (item, whole) => Of(item, whole, kinds, shapes))];

    /// <summary>True where the output has it applied; where no run has seen it, the next will.</summary>
    [JsonIgnore]
    public bool Applies => (Rendered ?? Now).Applies;

    /// <summary>The same without shapes.</summary>
    internal ProposalView Bare => Place is FilmPlace { Region: not null } film ? this with { Place = film with { Region = null } } : this;

    private static ProposalView Of(Ruled item, Decided whole, IReadOnlyList<ProposalKind> kinds, bool shapes)
    {
        var (proposal, change) = (whole.Proposal, whole.Proposal.Change);
        var view = new ProposalView(
            proposal.Id, proposal.Kind, item.Outline.Group.Part, proposal.Place, (proposal.Place as FilmPlace)?.Region?.Box, proposal.Place.Words,
            proposal.Summary, proposal.Confidence, proposal.Source, proposal.Evidence, change,
            change is null ? null : kinds.FirstOrDefault(kind => kind.Id == proposal.Kind)?.Says?.Invoke(change), item.Now,
            item.Outline.Rendered is null ? null : new Ruling(whole.Verdict, whole.By, whole.Reason));
        return shapes ? view : view.Bare;
    }

    private sealed record First(string Id, string Kind, string Part);

    private sealed record Rest(
        Box? Box, string Where, string Summary, double Confidence, ProposalSource Source, IReadOnlyList<Evidence> Evidence, JsonObject? Change, string? Says, Ruling Now, Ruling? Rendered);

    private sealed record Fields(
        string Id, string Kind, string Part, string Where, string Summary, double Confidence, ProposalSource Source, IReadOnlyList<Evidence> Evidence, Ruling Now,
        Box? Box = null, JsonObject? Change = null, string? Says = null, Ruling? Rendered = null);

    private sealed class Converter : PlacedConverter<ProposalView, Fields>
    {
        protected override (object Begin, Place Place, object End) Part(ProposalView value) => (
            new First(value.Id, value.Kind, value.Part), value.Place,
            new Rest(value.Box, value.Where, value.Summary, value.Confidence, value.Source, value.Evidence, value.Change, value.Says, value.Now, value.Rendered));

        protected override ProposalView Join(Fields fields, Place place) => new(
            fields.Id, fields.Kind, fields.Part, place, fields.Box, fields.Where, fields.Summary, fields.Confidence, fields.Source, fields.Evidence, fields.Change, fields.Says, fields.Now, fields.Rendered);
    }
}
