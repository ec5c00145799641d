namespace Kinolux.Core.Review;

/// <summary>A proposal as it stands after deciding: an edit is already worked into <paramref name="Proposal"/>'s change and region.</summary>
public sealed record Decided(Proposal Proposal, Verdict Verdict, string By, string? Reason = null)
{
    /// <summary>True where apply does it.</summary>
    public bool Applies => Verdict is Verdict.Accept or Verdict.Edit;
}
