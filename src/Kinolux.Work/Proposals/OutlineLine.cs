using System.Text.Json.Serialization;
using Kinolux.Core.Review;

namespace Kinolux.Work.Proposals;

/// <summary>What of a <see cref="ProposalLine"/> an outline needs; the rest is passed over.</summary>
[JsonConverter(typeof(Converter))]
internal sealed record OutlineLine(string Id, Place Place, double Confidence, Verdict Verdict)
{
    private sealed record Fields(string Id, double Confidence, Verdict Verdict);

    private sealed class Converter : PlacedConverter<OutlineLine, Fields>
    {
        protected override (object Begin, Place Place, object End) Part(OutlineLine value) => throw new NotSupportedException("whole lines are written");

        protected override OutlineLine Join(Fields fields, Place place) => new(fields.Id, place, fields.Confidence, fields.Verdict);
    }
}
