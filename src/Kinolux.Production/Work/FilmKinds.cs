using Kinolux.Core.Review;
using Kinolux.Production.Runs;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Survey;

namespace Kinolux.Production.Work;

/// <summary>Every kind of proposal about a film.</summary>
public static class FilmKinds
{
    public static IReadOnlyList<ProposalKind> All { get; } = [.. FieldDecision.Kinds, .. FrameDefects.Kinds, .. StageCatalog.Kinds];
}
