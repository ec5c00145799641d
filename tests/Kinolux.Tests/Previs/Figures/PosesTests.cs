using System.Numerics;
using Kinolux.Previs.Figures;

namespace Kinolux.Tests.Previs.Figures;

public sealed class PosesTests
{
    public static TheoryData<Stance> Stances => [.. Enum.GetValues<Stance>()];

    public static TheoryData<Gesture> AllGestures => [.. Enum.GetValues<Gesture>()];

    [Theory]
    [MemberData(nameof(Stances))]
    public void Nobody_sinks_into_the_floor(Stance stance)
    {
        foreach (var text in FigureTests.People)
            for (var seed = 0; seed < 4; seed++)
            {
                var figure = Figure.Of(Description.Read(text), seed);
                var lowest = figure.Body(Poses.Of(figure, stance, seed), Matrix4x4.Identity, 1).Corners.Min(point => point.Y);
                Assert.True(lowest > -.06f, $"{text}, {stance}: {lowest:f3} m");
            }
    }

    [Fact]
    public void Who_stands_has_both_soles_on_the_floor_and_is_as_tall_as_ever()
    {
        foreach (var text in FigureTests.People)
        {
            var figure = Figure.Of(Description.Read(text), 3);
            var marks = figure.Landmarks(Poses.Stand(figure, 3), Matrix4x4.Identity);
            Assert.Equal(figure.Proportions.AnkleHeight, marks.LeftFoot.Y, .004f);
            Assert.Equal(figure.Proportions.AnkleHeight, marks.RightFoot.Y, .004f);
            Assert.InRange(marks.Crown.Y, figure.Height * .93f, figure.Height);
        }
    }

    [Theory]
    [InlineData(.38f)]
    [InlineData(.45f)]
    [InlineData(.75f)]
    public void Who_sits_has_the_hips_over_the_seat(float seat)
    {
        foreach (var text in FigureTests.People)
        {
            var figure = Figure.Of(Description.Read(text), 3);
            var marks = figure.Landmarks(Poses.Sit(figure, seat, 3), Matrix4x4.Identity);
            Assert.InRange(marks.Hips.Y - seat, .03f, .18f);
            Assert.InRange(marks.LeftKnee.Z, .1f, .6f);
        }
    }

    [Fact]
    public void A_hand_goes_where_it_is_asked_to_and_stops_short_of_what_is_out_of_reach()
    {
        var figure = Figure.Of(Description.Read("a man"), 1);
        var pose = Poses.Stand(figure, 1);
        var chance = new Chance(4, "reach");
        for (var i = 0; i < 500; i++)
        {
            var shoulder = new Posture(figure.Skeleton, pose)[Joint.RightUpperArm];
            var place = shoulder + new Vector3(chance.Between(-.6f, .4f), chance.Between(-.6f, .6f), chance.Between(-.1f, .6f));
            var missed = Limb.Reach(figure.Skeleton, pose, Joint.RightUpperArm, place, new(-1, -1, 0));
            var wrist = new Posture(figure.Skeleton, pose)[Joint.RightHand];
            Assert.Equal(missed, Vector3.Distance(wrist, place), .002f);
            var distance = Vector3.Distance(shoulder, place);
            if (distance > .1f && distance < (figure.Proportions.UpperArm + figure.Proportions.LowerArm) * .99f)
                Assert.True(missed < .002f);
        }
    }

    [Fact]
    public void Eyes_meet_what_people_can_see()
    {
        foreach (var text in FigureTests.People)
        {
            var figure = Figure.Of(Description.Read(text), 2);
            foreach (var stance in (Stance[])[Stance.Stand, Stance.Sit, Stance.Kneel, Stance.Crouch])
                foreach (var aside in (float[])[-80, -40, 0, 25, 75])
                {
                    var pose = Poses.Of(figure, stance, 2);
                    var eyes = figure.Landmarks(pose, Matrix4x4.Identity).Eyes;
                    var target = eyes + 2 * new Vector3(MathF.Sin(aside * MathF.PI / 180), .1f, MathF.Cos(aside * MathF.PI / 180));
                    Assert.True(Gestures.LookAt(figure, pose, target) < 2 * MathF.PI / 180);
                    var marks = figure.Landmarks(pose, Matrix4x4.Identity);
                    Assert.True(Vector3.Dot(Vector3.Normalize(target - marks.Eyes), marks.Gaze) > MathF.Cos(2 * MathF.PI / 180));
                }
        }
    }

    [Fact]
    public void Nobody_turns_a_head_round()
    {
        var figure = Figure.Of(Description.Read("a woman"), 1);
        var pose = Poses.Stand(figure, 1);
        Assert.True(Gestures.LookAt(figure, pose, new(0, 1.6f, -3)) > .5f);
        var (chest, head) = (new Posture(figure.Skeleton, pose).Turn(Joint.Chest), new Posture(figure.Skeleton, pose).Turn(Joint.Head));
        Assert.True(Vector3.Dot(Vector3.Transform(Vector3.UnitZ, chest), Vector3.Transform(Vector3.UnitZ, head)) > MathF.Cos(85 * MathF.PI / 180));
    }

    [Theory]
    [MemberData(nameof(AllGestures))]
    public void Gestures_leave_the_feet_where_they_are(Gesture gesture)
    {
        var figure = Figure.Of(Description.Read("a woman"), 1);
        var (before, pose) = (Poses.Stand(figure, 1), Poses.Stand(figure, 1));
        Gestures.Add(figure, pose, gesture, 1);
        Assert.Equal(figure.Landmarks(before, Matrix4x4.Identity).LeftFoot, figure.Landmarks(pose, Matrix4x4.Identity).LeftFoot);
        Assert.All(figure.Body(pose, Matrix4x4.Identity, 1).Corners, point => Assert.True(float.IsFinite(point.X + point.Y + point.Z)));
    }

    [Fact]
    public void Two_people_of_one_description_never_stand_alike()
    {
        var figure = Figure.Of(Description.Read("a soldier"), 1);
        var seen = Enumerable.Range(0, 12).Select(seed => new Posture(figure.Skeleton, Poses.Stand(figure, seed))).ToList();
        for (var i = 0; i < seen.Count; i++)
            for (var j = 0; j < i; j++)
                Assert.True(Enum.GetValues<Joint>().Max(joint => Vector3.Distance(seen[i][joint], seen[j][joint])) > .004f);
    }

    [Fact]
    public void The_mouth_opens_with_the_voice()
    {
        var figure = Figure.Of(Description.Read("a woman"), 1);
        var (quiet, loud) = (Poses.Stand(figure, 1), Poses.Stand(figure, 1));
        Gestures.Talk(figure, quiet, 1, 3, 0, 1);
        Gestures.Talk(figure, loud, 1, 3, 1, 1);
        var lips = figure.Mesh.Triangles.Chunk(3).Where((_, i) => figure.Parts[figure.Mesh.Parts[i]] == "lips").SelectMany(corners => corners).Distinct().ToList();
        float Open(Pose pose) => figure.Body(pose, Matrix4x4.Identity, 1).Corners is var at ? lips.Max(i => at[i].Y) - lips.Min(i => at[i].Y) : 0;
        Assert.True(Open(loud) > Open(quiet) + .012f);
    }
}
