using System.Numerics;
using Kinolux.Previs.Figures;

namespace Kinolux.Tests.Previs.Figures;

public sealed class WalkTests
{
    private const float Frame = 1 / 48f;

    public static TheoryData<string, float> Walkers
    {
        get
        {
            var data = new TheoryData<string, float>();
            foreach (var text in (string[])["a tall man", "a short woman in a skirt", "ANNA (8), a girl", "a toddler", "an old man, shuffling", "a sailor with a limp", "a heavy-set man", "a woman with a cane"])
                foreach (var pace in (float[])[.6f, 1, 1.3f])
                    data.Add(text, pace);
            data.Add("a tall man", 2.6f);
            data.Add("ANNA (8), a girl", 2.4f);
            return data;
        }
    }

    private static readonly Vector3[] Bent = [Vector3.Zero, new(0, 0, 3), new(2.5f, 0, 4), new(5, 0, 4)];

    private static (Figure Figure, Walk Walk) Going(string text, float pace)
    {
        var figure = Figure.Of(Description.Read(text), 2);
        var own = WalkPace.Of(figure);
        return (figure, new Walk(figure, Bent, own with { Speed = own.Speed * pace }, 2));
    }

    // The corners of a sole that are nearest the floor: heel and ball.
    private static (Vector3 Heel, Vector3 Ball) Sole(Figure figure, Walked at, Side side)
    {
        var posture = new Posture(figure.Skeleton, at.Pose);
        var (p, foot) = (figure.Proportions, Skeleton.Of(Joint.LeftFoot, side));
        var rest = figure.Skeleton[foot];
        Vector3 On(float z) => Vector3.Transform(posture.Place(foot, new(rest.X, 0, rest.Z + z)), at.World);
        return (On(-p.Foot * .25f), On(p.Foot * .47f));
    }

    [Theory]
    [MemberData(nameof(Walkers))]
    public void A_foot_that_stands_slides_less_than_two_centimetres(string text, float pace)
    {
        var (figure, walk) = Going(text, pace);
        foreach (var side in (Side[])[Side.Left, Side.Right])
        {
            float heel = 0, ball = 0;
            (Vector3 Heel, Vector3 Ball)? before = null;
            for (float t = 0; t < walk.Seconds; t += Frame)
            {
                var now = Sole(figure, walk.At(t), side);
                float Slid(Vector3 a, Vector3 b) => a.Y < .006f && b.Y < .006f ? Vector2.Distance(new(a.X, a.Z), new(b.X, b.Z)) : -1;
                if (before is { } last)
                {
                    heel = Slid(last.Heel, now.Heel) is >= 0 and var h ? heel + h : 0;
                    ball = Slid(last.Ball, now.Ball) is >= 0 and var b ? ball + b : 0;
                }
                before = now;
                Assert.True(heel < .02f && ball < .02f, $"{text} at {pace}: heel {heel:f3}, ball {ball:f3} at {t:f2} s of {walk.Seconds:f2}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Walkers))]
    public void No_speed_jumps_and_no_foot_goes_into_the_floor(string text, float pace)
    {
        var (figure, walk) = Going(text, pace);
        var speed = 0f;
        for (float t = 0; t < walk.Seconds; t += Frame)
        {
            var now = walk.At(t);
            Assert.True(MathF.Abs(now.Speed - speed) < .35f * Frame * 48, "the speed jumps");
            speed = now.Speed;
            foreach (var side in (Side[])[Side.Left, Side.Right])
                Assert.True(Sole(figure, now, side) is var sole && Math.Min(sole.Heel.Y, sole.Ball.Y) > -.015f, $"a foot at {Math.Min(sole.Heel.Y, sole.Ball.Y):f3} at {t:f2}");
        }
    }

    [Fact]
    public void A_walk_begins_and_ends_standing_where_its_path_does()
    {
        var (figure, walk) = Going("a tall man", 1);
        foreach (var (t, place) in (ReadOnlySpan<(float, Vector3)>)[(0, Bent[0]), (walk.Seconds, Bent[^1])])
        {
            var at = walk.At(t);
            Assert.True(Vector3.Distance(at.World.Translation, place) < .02f);
            Assert.Equal(0, at.Speed, 1e-4f);
            var marks = figure.Landmarks(at.Pose, at.World);
            Assert.True(Vector3.Distance((marks.LeftFoot + marks.RightFoot) / 2 * new Vector3(1, 0, 1), place) < .06f);
        }
    }

    [Fact]
    public void A_moment_has_the_same_bits_in_whatever_order_it_is_asked_for()
    {
        var (figure, walk) = Going("a woman in a coat", 1);
        var first = figure.Body(walk.At(1.7f).Pose, walk.At(1.7f).World, 1).Corners;
        walk.At(3);
        Assert.Equal(first, figure.Body(walk.At(1.7f).Pose, walk.At(1.7f).World, 1).Corners);
    }

    [Fact]
    public void The_faster_of_two_arrives_sooner_and_who_runs_leaves_the_floor()
    {
        Assert.True(Going("a tall man", 1.3f).Walk.Seconds < Going("a tall man", .6f).Walk.Seconds);
        var figure = Figure.Of(Description.Read("a tall man"), 2);
        var run = new Walk(figure, Bent, WalkPace.Running(figure), 2);
        var flies = false;
        for (float t = 0; t < run.Seconds; t += Frame)
            flies |= Sole(figure, run.At(t), Side.Left) is var a && Sole(figure, run.At(t), Side.Right) is var b && Math.Min(Math.Min(a.Heel.Y, a.Ball.Y), Math.Min(b.Heel.Y, b.Ball.Y)) > .01f;
        Assert.True(flies);
    }
}
