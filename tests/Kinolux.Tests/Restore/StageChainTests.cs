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

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(11)]
    [InlineData(22)]
    public void A_repeat_is_a_copy_of_what_was_made_of_the_first_wherever_a_chunk_begins(int begin)
    {
        var shot = new FrameRange(0, 39);
        // 8 to 10 show one picture; so do 16 to 31, which is longer than frames share a result.
        var repeats = Repeats.Of(shot, n => n is 9 or 10 or (> 16 and < 32), _ => false, []);
        var (pool, asked) = (new FramePool(), new List<int>());
        using var whole = Chain(pool, asked, shot, repeats);
        using var part = Chain(pool, [], shot, repeats);
        ushort last = 0;
        for (var n = 0; n < shot.Count; n++)
        {
            using var a = whole.Get(n);
            if (repeats.First(n) != n)
                Assert.Equal(last, a.Planes[0][0, 0]);
            last = a.Planes[0][0, 0];
            if (n < begin)
                continue;
            using var b = part.Get(n);
            Assert.Equal(last, b.Planes[0][0, 0]);
        }
        Assert.Equal(Enumerable.Range(0, 40).Where(n => repeats.First(n) == n), asked.Order());
        Assert.InRange(pool.Allocated, 1, 24);
    }

    [Fact]
    public void What_is_found_in_a_frame_is_said_of_its_repeats_and_a_wish_for_one_of_them_parts_them()
    {
        var wish = new Proposal("w", "dirt", new FilmPlace(FrameRange.Single(5)), "", 1, new ProposalSource("person", "1"), []);
        var repeats = Repeats.Of(new FrameRange(0, 9), n => n is 4 or 5 or 6, _ => false, [wish]);
        Assert.Equal([0, 1, 2, 3, 3, 5, 6, 7, 8, 9], Enumerable.Range(0, 10).Select(repeats.First));
        Assert.Equal([0, 1, 2, 4], Enumerable.Range(0, 4).Select(repeats.Last));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(12)]
    public void A_noisy_copy_is_changed_as_the_first_was_and_keeps_what_is_its_own(int begin)
    {
        var shot = new FrameRange(0, 39);
        // 9 is 8 and a noise of its own, 10 that again; so are 17 to 31 and 16.
        var repeats = Repeats.Of(shot, n => n is 10, n => n is 9 or (> 16 and < 32), []);
        var (pool, asked) = (new FramePool(), new List<int>());
        using var chain = Chain(pool, asked, shot, repeats);
        var made = new int[shot.Count];
        for (var n = begin; n < shot.Count; n++)
        {
            using var frame = chain.Get(n);
            made[n] = frame.Planes[0][0, 0];
            if (repeats.First(n) >= begin)
                // What the source has is the frame's number and one.
                Assert.Equal(n - repeats.First(n), made[n] - made[repeats.First(n)]);
        }
        Assert.All(asked.GroupBy(number => number), group => Assert.Single(group));
        Assert.InRange(pool.Allocated, 1, 24);
    }

    private static StageChain Chain(FramePool pool, List<int> asked, FrameRange frames, Repeats? repeats = null)
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
            Quality.Fast, pool, RowRunner.Serial, (_, proposal) => new Decided(proposal, Verdict.Accept, "test"), repeats: repeats);
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
