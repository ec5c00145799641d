namespace Kinolux.Production.Work;

/// <summary>The question that every output answers.</summary>
public static class Why
{
    /// <summary>All proposals about a frame, or about one place in it, with how they were decided when the output was made; those that changed the picture first.</summary>
    public static IEnumerable<Reason> At(WorkFolder work, int frame, (int X, int Y)? point) =>
        work.Proposals.Read(masks: point is not null)
            .Where(item => item.Decided.Proposal.Frames.Contains(frame))
            .Where(item => point is not { } at || item.Decided.Proposal.Region is not { } region || region.Contains(at.X, at.Y))
            .OrderByDescending(item => item.Decided.Applies)
            .Select(item => new Reason(item.Group, item.Decided));
}
