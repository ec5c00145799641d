using System.Globalization;
using Kinolux.Core.Review;

namespace Kinolux.Work.Proposals;

/// <summary>The first line of a proposals file.</summary>
/// <param name="Shot">In folders of before there were parts, whose shots are named by their numbers.</param>
internal sealed record GroupLine(string Kind, ProposalSource Source, int? Number = null, string? Part = null, int? Shot = null)
{
    public static GroupLine Of(ProposalGroup group) => new(group.Kind, group.Source, group.Number, group.Part);

    public ProposalGroup ToGroup()
    {
        var number = Number ?? Shot ?? 0;
        return new ProposalGroup(number, Part ?? (number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture)), Kind, Source);
    }
}
