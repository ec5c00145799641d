using System.Globalization;
using Kinolux.Core.Review;

namespace Kinolux.Report.Blocks;

/// <summary>Proposals by part and kind, to look at and to decide on: counts at once, each part's list when it is opened.</summary>
/// <param name="Groups">They, gathered.</param>
/// <param name="PlaceOf">The place that is all of a part, so that a kind can be decided on in it; null where no place says so.</param>
/// <param name="Everywhere">The place that is all of the document.</param>
public sealed record ProposalsBlock(ProposalGroups Groups, Func<Part, Place?> PlaceOf, Place Everywhere) : ReportBlock
{
    internal override object Model(ReportFiles files)
    {
        foreach (var part in Groups.All.GroupBy(group => group.Part?.Number ?? 0))
            files.WritePart(PartName(part.Key), part.ToDictionary(group => group.Kind, group => group.Doubtful.Select(Line)));
        return new
        {
            Type = "proposals",
            Everywhere = Scope(Everywhere),
            Parts = Groups.All.Select(group => group.Part).OfType<Part>().Distinct().Select(part => new { part.Number, part.Title, Scope = PlaceOf(part) is { } place ? Scope(place) : null }),
            Groups = Groups.All.Select(Group),
        };
    }

    private static string PartName(int number) => string.Create(CultureInfo.InvariantCulture, $"part-{number:D5}");

    private static object Group(ProposalGroup group) => new
    {
        Part = group.Part?.Number ?? 0,
        group.Kind,
        group.Count,
        Accept = group.ByVerdict[(int)Verdict.Accept],
        Edit = group.ByVerdict[(int)Verdict.Edit],
        Reject = group.ByVerdict[(int)Verdict.Reject],
        Wait = group.ByVerdict[(int)Verdict.Wait],
    };

    private static object Line(Decided decided)
    {
        var proposal = decided.Proposal;
        return new
        {
            proposal.Id,
            Scope = Scope(proposal.Place),
            Where = proposal.Place.Words,
            proposal.Summary,
            Confidence = Math.Round(proposal.Confidence, 3),
            Source = proposal.Source.Version.Length == 0 ? proposal.Source.Name : $"{proposal.Source.Name} {proposal.Source.Version}",
            Evidence = proposal.Evidence.Take(6).Select(evidence => new { evidence.What, Value = Finite(evidence.Value), Threshold = Finite(evidence.Threshold) }),
            decided.Verdict,
            decided.By,
            decided.Reason,
        };
    }

    // Numbers that a page can hold: a text may have no end that anybody knows.
    private static object Scope(Place place) => new { place.Extent.First, Last = Math.Min(place.Extent.Last, 1L << 52), Place = place };

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? Math.Round(number, 4) : null;
}
