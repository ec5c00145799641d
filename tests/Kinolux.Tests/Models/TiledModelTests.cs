using Kinolux.Core.Kernels;
using Kinolux.Models.Cards;
using Kinolux.Models.Runtime;
using Kinolux.Models.Tiles;

namespace Kinolux.Tests.Models;

public sealed class TiledModelTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(17, 9)]
    [InlineData(720, 577)]
    [InlineData(1025, 385)]
    public void Tiles_cover_a_picture_once(int width, int height)
    {
        foreach (var card in new[] { TestModels.Mean().Card, TestModels.Deep().Card, TestModels.Deep().Card with { Size = [64, 48] } })
        {
            var seen = new int[width * height];
            foreach (var tile in TilePlan.Of(width, height, card))
            {
                Assert.True(tile.Width % card.Multiple == 0 && tile.Height % card.Multiple == 0);
                for (var y = 0; y < tile.CoreHeight; y++)
                    for (var x = 0; x < tile.CoreWidth; x++)
                    {
                        Assert.Equal((tile.X + x, tile.Y + y), (tile.Columns[tile.Left + x], tile.Rows[tile.Top + y]));
                        seen[(tile.Y + y) * width + tile.X + x]++;
                    }
            }
            Assert.All(seen, times => Assert.Equal(1, times));
        }
    }

    [Fact]
    public void Tiled_equals_whole()
    {
        foreach (var (card, bytes) in new[] { TestModels.Mean(), TestModels.Deep() })
        {
            using var session = TestModels.Runtime.Open(bytes, card.File);
            const int width = 1100, height = 800;
            var picture = Picture(width, height);
            var whole = OnnxRuntimeTests.Run(session, picture, width, height);
            var tiled = Tiled(card, session, picture, width, height, RowRunner.Serial);
            Assert.True(TilePlan.Of(width, height, card).Count >= 4);
            Assert.True(whole.Max() > 0.01f);
            Assert.All(whole.Zip(tiled), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        }
    }

    [Fact]
    public void A_model_of_one_size_sees_the_picture_and_its_reflection()
    {
        var (card, bytes) = TestModels.Denoiser("fixed", 2, 1, new OnnxWriter().Input("picture", 1, 40, 48).Input("noise", 1, 40, 48).Output("clean", 1, 40, 48)
            .Constant("mean", [.. Enumerable.Repeat(1f / 25, 25)], 1, 1, 5, 5)
            .Node("Conv", ["picture", "mean"], "blurred", ("pads", [2, 2, 2, 2]), ("kernel_shape", [5, 5])).Node("Max", ["blurred", "noise"], "clean"));
        using var session = TestModels.Runtime.Open(bytes, card.File);
        var flat = Enumerable.Repeat(0.5f, 100 * 70).ToArray();
        Assert.All(Tiled(card with { Size = [40, 48] }, session, flat, 100, 70, RowRunner.Serial), value => Assert.Equal(0.5f, value, 1e-6f));
    }

    [Fact]
    public void One_thread_and_many_give_the_same_bits()
    {
        var (card, bytes) = TestModels.Deep();
        using var session = TestModels.Runtime.Open(bytes, card.File);
        var picture = Picture(1100, 801);
        var one = Tiled(card, session, picture, 1100, 801, RowRunner.Serial);
        Assert.Equal(one, Tiled(card, session, picture, 1100, 801, new RowRunner(2)));
        Assert.Equal(one, Tiled(card, session, picture, 1100, 801, new RowRunner(5)));
    }

    [Fact]
    public void A_model_that_is_not_what_its_card_says_is_a_fault()
    {
        var (card, bytes) = TestModels.Mean();
        using var session = TestModels.Runtime.Open(bytes, card.File);
        foreach (var wrong in new[]
        {
            card with { Inputs = [card.Inputs[0]] },
            card with { Inputs = [card.Inputs[0], card.Inputs[1] with { Name = "sigma", Role = "noise" }] },
            card with { Outputs = [card.Outputs[0] with { Channels = ["red", "green", "blue"] }] },
        })
            Assert.Equal("KX1803", Assert.Throws<Kinolux.Core.Faults.FaultException>(() => new TiledModel(wrong, session)).Fault.Code);
    }

    private static float[] Picture(int width, int height)
    {
        var random = new Random(width);
        return [.. Enumerable.Range(0, width * height).Select(_ => random.NextSingle())];
    }

    private static float[] Tiled(ModelCard card, OnnxSession session, float[] picture, int width, int height, RowRunner rows)
    {
        var clean = new float[picture.Length];
        new TiledModel(card, session).Run(width, height, rows, Fill, Take);
        return clean;

        void Fill(TensorCard input, Tile tile, Span<float> values)
        {
            for (var y = 0; y < tile.Height; y++)
                for (var x = 0; x < tile.Width; x++)
                    values[y * tile.Width + x] = input.Is("picture") ? picture[tile.Rows[y] * width + tile.Columns[x]] : 0;
        }

        void Take(TensorCard output, Tile tile, ReadOnlySpan<float> values)
        {
            for (var y = 0; y < tile.CoreHeight; y++)
                values.Slice((tile.Top + y) * tile.Width + tile.Left, tile.CoreWidth).CopyTo(clean.AsSpan((tile.Y + y) * width + tile.X));
        }
    }
}
