using Kinolux.Core.Review;

namespace Kinolux.Production.Work;

/// <summary>The first line of a proposals file: what all its proposals share.</summary>
public sealed record ProposalGroup(int Shot, string Kind, ProposalSource Source)
{
    /// <summary>How a person names the group: <c>3:dirt</c>.</summary>
    public string Name => $"{Shot}:{Kind}";
}
