using System.Text.Json.Nodes;
using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Stages.MissingFrames;
using MissingFramesStage = Kinolux.Restore.Stages.MissingFrames.MissingFrames;

namespace Kinolux.Tests.Restore.Stages.MissingFrames;

public class MissingFramesTests
{
    private static readonly FrameFormat Gray = new(160, 120, PixelLayout.Gray, 8);

    [Theory]
    [InlineData(5, 5)]
    [InlineData(4, 6)]
    public void Bad_frames_are_rebuilt_from_the_good_ones_around(int first, int last)
    {
        var clean = DriftingFilm.Clean(Gray, 11, speed: 2.6);
        var damaged = Black(clean, first, last);
        var result = new StageTrial(damaged).Run(new MissingFramesStage(), planned: [Accepted("black-frame", first, last)]);
        for (var t = first; t <= last; t++)
        {
            var held = StageTrial.Psnr(clean[t], clean[first - 1]);
            var rebuilt = StageTrial.Psnr(clean[t], result[t]);
            TestContext.Current.TestOutputHelper?.WriteLine($"frame {t}: held {held:0.00} dB, rebuilt {rebuilt:0.00} dB");
            Assert.True(rebuilt > 29 && rebuilt > held + 8, $"held {held:0.00} dB, rebuilt {rebuilt:0.00} dB");
        }
        Assert.Same(damaged[first - 1], result[first - 1]);
    }

    [Theory]
    [InlineData(PixelLayout.Yuv420)]
    [InlineData(PixelLayout.Yuv422)]
    [InlineData(PixelLayout.Rgb)]
    public void Colour_planes_move_with_the_picture(PixelLayout layout)
    {
        var clean = DriftingFilm.Clean(new FrameFormat(141, 99, layout, 8), 7, speed: 2.6);
        var result = new StageTrial(Black(clean, 3, 3)).Run(new MissingFramesStage(), planned: [Accepted("destroyed-frame", 3, 3)]);
        for (var plane = 0; plane < 3; plane++)
        {
            var rebuilt = StageTrial.Psnr(clean[3], result[3], plane);
            Assert.True(rebuilt > 27, $"plane {plane}: {rebuilt:0.00} dB, held {StageTrial.Psnr(clean[3], clean[2], plane):0.00} dB");
        }
    }

    [Fact]
    public void Without_a_good_frame_on_one_side_the_other_is_held()
    {
        var clean = DriftingFilm.Clean(Gray, 6);
        var damaged = Black(clean, 4, 5);
        var result = new StageTrial(damaged).Run(new MissingFramesStage(), planned: [Accepted("black-frame", 4, 5)]);
        Assert.Same(damaged[3], result[4]);
        Assert.Same(damaged[3], result[5]);
    }

    [Fact]
    public void Between_different_scenes_the_nearer_frame_is_held()
    {
        var film = DriftingFilm.Clean(Gray, 5);
        for (var t = 3; t < 5; t++)
            film[t].Planes[0].Fill((ushort)(t * 15000));
        var result = new StageTrial(film).Run(new MissingFramesStage(), planned: [Accepted("destroyed-frame", 2, 2)]);
        Assert.Same(film[1], result[2]);
    }

    [Fact]
    public void A_person_may_choose_the_donors()
    {
        var film = DriftingFilm.Clean(Gray, 9);
        var chosen = new Proposal("1", "duplicate-frame", new FilmPlace(FrameRange.Single(4)), "", 1, new ProposalSource("a person", "", true), [], new JsonObject { ["before"] = 1, ["after"] = 7 });
        var free = new StageTrial(film).Run(new MissingFramesStage(), planned: [Accepted("duplicate-frame", 4, 4)]);
        var bound = new StageTrial(film).Run(new MissingFramesStage(), planned: [new Decided(chosen, Verdict.Edit, "a person")]);
        Assert.False(StageTrial.Same(free[4], bound[4]));
    }

    [Fact]
    public void What_was_not_accepted_stays_and_so_does_everything_at_strength_0()
    {
        var film = DriftingFilm.Clean(Gray, 5);
        var accepted = Accepted("duplicate-frame", 2, 2);
        Assert.Same(film[2], new StageTrial(film).Run(new MissingFramesStage(), planned: [accepted with { Verdict = Verdict.Wait }])[2]);
        Assert.Same(film[2], new StageTrial(film).Run(new MissingFramesStage(), new MissingFramesOptions { Strength = 0 }, planned: [accepted])[2]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 9)]
    [InlineData(17, 16)]
    public void Tiny_frames_pass(int width, int height)
    {
        var film = DriftingFilm.Clean(new FrameFormat(width, height, PixelLayout.Yuv420, 8), 5);
        Assert.Equal(5, new StageTrial(film).Run(new MissingFramesStage(), planned: [Accepted("black-frame", 2, 2)]).Count);
    }

    [Fact]
    public void Threads_and_chunks_do_not_change_a_bit()
    {
        var film = DriftingFilm.Clean(new FrameFormat(149, 83, PixelLayout.Yuv420, 8), 9, speed: 3);
        Decided[] planned = [Accepted("destroyed-frame", 4, 5)];
        var one = new StageTrial(film).Run(new MissingFramesStage(), planned: planned);
        var many = new StageTrial(film) { Threads = 4 }.Run(new MissingFramesStage(), planned: planned);
        var late = new StageTrial(film).Run(new MissingFramesStage(), first: 5, planned: planned);
        Assert.True(StageTrial.Same(one[4], many[4]));
        Assert.True(StageTrial.Same(one[5], many[5]));
        Assert.True(StageTrial.Same(one[5], late[0]));
    }

    private static Decided Accepted(string kind, int first, int last) =>
        new(new Proposal(kind, kind, new FilmPlace(new FrameRange(first, last)), "", 0.9, new ProposalSource("survey", "1"), []), Verdict.Accept, "policy test");

    private static Frame[] Black(IReadOnlyList<Frame> clean, int first, int last)
    {
        var pool = new FramePool();
        return clean.Select((frame, t) =>
        {
            var copy = pool.Copy(frame);
            if (t >= first && t <= last)
                foreach (var plane in copy.Planes)
                    plane.Fill(3000);
            return copy;
        }).ToArray();
    }
}
