using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Kinolux.Core.Review;

namespace Kinolux.Work.Proposals;

/// <summary>A decided proposal as one line of a proposals file; its source stands once in the file's first line, a region's shape in the sidecar.</summary>
/// <param name="Place">A region is its whole box.</param>
/// <param name="Mask">Where in the sidecar the region's shape begins; null where it is the whole box.</param>
[JsonConverter(typeof(Converter))]
internal sealed record ProposalLine(
    string Id, Place Place, long? Mask, string Summary, double Confidence, IReadOnlyList<Evidence> Evidence, JsonObject? Change, Verdict Verdict, string By, string? Reason)
{
    private sealed record First(string Id);

    private sealed record Rest(Box? Box, long? Mask, string Summary, double Confidence, IReadOnlyList<Evidence> Evidence, JsonObject? Change, Verdict Verdict, string By, string? Reason);

    private sealed record Fields(
        string Id, string Summary, double Confidence, IReadOnlyList<Evidence> Evidence, Verdict Verdict, string By, long? Mask = null, JsonObject? Change = null, string? Reason = null);

    private sealed class Converter : PlacedConverter<ProposalLine, Fields>
    {
        // A box is shorter than a region with no shape.
        protected override (object Begin, Place Place, object End) Part(ProposalLine value) => (
            new First(value.Id),
            value.Place is FilmPlace { Region: not null } film ? film with { Region = null } : value.Place,
            new Rest((value.Place as FilmPlace)?.Region?.Box, value.Mask, value.Summary, value.Confidence, value.Evidence, value.Change, value.Verdict, value.By, value.Reason));

        protected override ProposalLine Join(Fields fields, Place place) => new(
            fields.Id, place, fields.Mask, fields.Summary, fields.Confidence, fields.Evidence, fields.Change, fields.Verdict, fields.By, fields.Reason);
    }
}
