using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Survey;

namespace Kinolux.Bench.Judges;

/// <summary>A stage up to its judgement: what it would do is looked at, and the film left as it is.</summary>
/// <param name="begin">Begins the stage's run on a chunk.</param>
internal sealed class Watched<TRun>(IRestorationStage stage, Func<StageScope, TRun> begin, Action<TRun, FrameWindow> watch) : IRestorationStage
    where TRun : IStageRun
{
    public StageInfo Info => stage.Info;

    public StageOptions DefaultOptions => stage.DefaultOptions;

    public IReadOnlyList<Proposal> Plan(ShotSurvey shot, StageOptions options, Quality quality) => [];

    public IStageRun Begin(StageScope scope) => new Run(begin(scope), watch);

    private sealed class Run(TRun run, Action<TRun, FrameWindow> watch) : IStageRun
    {
        public Frame Process(FrameWindow window)
        {
            watch(run, window);
            return window.Current.Share();
        }

        public void Dispose() => run.Dispose();
    }
}
