using System.Numerics;
using Kinolux.Previs.Figures;

namespace Kinolux.Tests.Previs.Figures;

public sealed class FigureTests
{
    public static readonly string[] People =
    [
        "tall old sailor, limp, yellow coat", "ANNA (8), a girl in a red dress, pigtails", "heavy-set man in a suit, bald, moustache", "a woman in a long blue gown, bun",
        "a toddler", "a monk", "a fat cook with a long beard", "a thin nun", "cowboy", "soldier with sunglasses", "a bride", "a man in a cloak, top hat", "schoolgirl with glasses", "a fireman, full beard",
    ];

    public static TheoryData<string> Described => [.. People];

    [Theory]
    [MemberData(nameof(Described))]
    public void A_figure_is_as_tall_as_it_is_said_to_be_and_stands_on_the_floor(string text)
    {
        var figure = Figure.Of(Description.Read(text), 7);
        var skin = figure.Mesh.Positions;
        Assert.InRange(skin.Min(point => point.Y), -.012f, .012f);
        Assert.InRange(skin.Max(point => point.Y), figure.Height - .01f, figure.Height + .14f);
        Assert.All(skin, point => Assert.True(float.IsFinite(point.X + point.Y + point.Z)));
        Assert.InRange(figure.Mesh.Count, 3000, 12000);
    }

    [Theory]
    [MemberData(nameof(Described))]
    public void Shares_of_every_corner_sum_to_one(string text)
    {
        var figure = Figure.Of(Description.Read(text), 7);
        for (var i = 0; i < figure.Shares.Length; i += 4)
        {
            Assert.Equal(1, figure.Shares[i] + figure.Shares[i + 1] + figure.Shares[i + 2] + figure.Shares[i + 3], 1e-4f);
            Assert.True(figure.Joints[i] < Skeleton.Count);
        }
        Assert.All(figure.Mesh.Parts, part => Assert.True(part < figure.Tones.Count));
        Assert.All(figure.Mesh.Triangles, corner => Assert.True(corner < figure.Mesh.Positions.Length));
    }

    [Theory]
    [MemberData(nameof(Described))]
    public void At_rest_the_skin_is_the_mesh(string text)
    {
        var figure = Figure.Of(Description.Read(text), 7);
        var body = figure.Body(new Pose(figure.Skeleton), Matrix4x4.Identity, 1);
        for (var i = 0; i < body.Corners.Length; i++)
            Assert.True(Vector3.Distance(body.Corners[i], figure.Mesh.Positions[i]) < 1e-4f);
    }

    [Theory]
    [MemberData(nameof(Described))]
    public void The_same_words_and_seed_give_the_same_bits(string text)
    {
        var (first, again) = (Figure.Of(Description.Read(text), 5), Figure.Of(Description.Read(text), 5));
        Assert.Equal(first.Mesh.Positions, again.Mesh.Positions);
        Assert.Equal(first.Mesh.Triangles, again.Mesh.Triangles);
        Assert.Equal(first.Tones, again.Tones);
    }

    [Fact]
    public void Skinning_allocates_nothing()
    {
        var figure = Figure.Of(Description.Read("a woman in a coat"), 1);
        var (pose, corners) = (Poses.Stand(figure, 1), new Vector3[figure.Mesh.Positions.Length]);
        figure.Skin(pose, corners);
        var before = GC.GetAllocatedBytesForCurrentThread();
        figure.Skin(pose, corners);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Children_have_larger_heads_for_their_height()
    {
        float Heads(float age) => Proportions.Of(age, Sex.Unsaid, Proportions.StatureAt(age, Sex.Unsaid), 0) is var p ? p.Height / p.Head : 0;
        Assert.Equal(7.5f, Heads(30), .05f);
        Assert.Equal(6, Heads(7), .05f);
        Assert.InRange(Heads(2), 4.5f, 5.1f);
    }

    [Fact]
    public void A_sex_or_an_age_that_is_not_said_changes_with_no_other_words()
    {
        var (bare, hatted) = (Looks.Of(Description.Read("somebody"), 9), Looks.Of(Description.Read("somebody in a top hat"), 9));
        Assert.Equal(bare.Age.Value, hatted.Age.Value);
        Assert.Equal(bare.Skin.Value, hatted.Skin.Value);
        Assert.Equal(bare.Height.Value, hatted.Height.Value);
    }
}
