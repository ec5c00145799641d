using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restore.Pipeline;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Survey;

namespace Kinolux.Tests.Restore;

public sealed class StageChainTests
{
    private static readonly FrameFormat Format = new(8, 4, PixelLayout.Gray, 16);

    [Fact]
    public void Each_stage_sees_its_window_and_no_frame_is_made_twice()
    {
        var asked = new List<int>();
        var pool = new FramePool();
        using var chain = Chain(pool, asked, new FrameRange(0, 19));
        // Two sums over three frames each make 1-2-3-2-1 weights.
        for (var n = 0; n < 20; n++)
        {
            using var frame = chain.Get(n);
            if (n is >= 2 and <= 17)
                Assert.Equal(9 * (n + 1), frame.Planes[0][0, 0]);
        }
        Assert.Equal(Enumerable.Range(0, 20), asked.Order());
    }

    [Fact]
    public void Memory_does_not_grow_with_length()
    {
        var pool = new FramePool();
        using var chain = Chain(pool, [], new FrameRange(0, 299));
        for (var n = 0; n < 300; n++)
            chain.Get(n).Dispose();
        Assert.InRange(pool.Allocated, 1, 10);
    }

    [Fact]
    public void Starting_in_the_middle_gives_the_same_frames()
    {
        var pool = new FramePool();
        using var whole = Chain(pool, [], new FrameRange(0, 29));
        using var part = Chain(pool, [], new FrameRange(0, 29));
        for (var n = 0; n < 30; n++)
        {
            using var a = whole.Get(n);
            if (n < 11)
                continue;
            using var b = part.Get(n);
            Assert.True(a.Planes[0].Row(0).SequenceEqual(b.Planes[0].Row(0)));
        }
    }

    private static StageChain Chain(FramePool pool, List<int> asked, FrameRange frames)
    {
        var survey = new ShotSurvey(new Shot(1, frames), Format, []);
        return new StageChain(
            survey,
            n =>
            {
                asked.Add(n);
                var frame = pool.Rent(Format);
                frame.Planes[0].Fill((ushort)(n + 1));
                return frame;
            },
            [new StagePlan(new SumOfThree()), new StagePlan(new SumOfThree())],
            Quality.Fast, pool, RowRunner.Serial, (_, proposal) => new Decided(proposal, Verdict.Accept, "test"));
    }

    private sealed record NoOptions : StageOptions;

    private sealed class SumOfThree : IRestorationStage, IStageRun
    {
        private FramePool? _pool;

        public StageInfo Info { get; } = new("sum", "Sum", "Sums three frames.", 1, 1, 1, []);

        public StageOptions DefaultOptions { get; } = new NoOptions();

        public IReadOnlyList<Proposal> Plan(ShotSurvey shot, StageOptions options, Quality quality) => [];

        public IStageRun Begin(StageScope scope) => new SumOfThree { _pool = scope.Pool };

        public Frame Process(FrameWindow window)
        {
            var frame = _pool!.Rent(window.Current.Format); // Begin set it.
            var sum = 0;
            for (var i = -1; i <= 1; i++)
                sum += window[i]?.Planes[0][0, 0] ?? 0;
            frame.Planes[0].Fill((ushort)sum);
            return frame;
        }

        public void Dispose()
        {
        }
    }
}
