using Kinolux.Core.Review;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.MissingFrames;

/// <summary>Frames that are duplicated, black, destroyed or blended, rebuilt in place from the good ones around them. The first pass finds them. See <c>missing-frames.md</c>.</summary>
public sealed class MissingFrames : IRestorationStage
{
    /// <summary>The longest run of bad frames that is rebuilt.</summary>
    public const int LongestRun = 5;

    public const string Duplicate = "duplicate-frame";

    public const string Black = "black-frame";

    public const string Destroyed = "destroyed-frame";

    public const string Blended = "blended-frame";

    private static readonly KindRule[] Invented = [new(0.9, Verdict.Accept), new(0, Verdict.Wait, "may be meant, and its picture would be invented")];

    public StageInfo Info { get; } = new(
        "missing-frames", "Missing frames", "Rebuilds duplicated, black, destroyed and blended frames in place from the good frames around them.",
        Version: 2, Before: LongestRun, After: LongestRun, [
            new ProposalKind(Duplicate, "Duplicate frame", Tone.Rose) { MayBeWished = true, Recurs = Recurrence.Everywhere, Rules = [new KindRule(0, Verdict.Wait, "may be a hold, or how the film was printed")] },
            new ProposalKind(Black, "Black frame", Tone.Rose) { MayBeWished = true, Rules = Invented },
            new ProposalKind(Destroyed, "Destroyed frame", Tone.Rose) { MayBeWished = true, Rules = Invented },
            new ProposalKind(Blended, "Blended frame", Tone.Rose) { MayBeWished = true },
        ])
    { Generates = true };

    public StageOptions DefaultOptions { get; } = new MissingFramesOptions();

    // What is wrong with whole frames is found by the first pass, which sees the film.
    public IReadOnlyList<Proposal> Plan(ShotSurvey shot, StageOptions options, Quality quality) => [];

    public IStageRun Begin(StageScope scope) => new MissingFramesRun(scope);
}
