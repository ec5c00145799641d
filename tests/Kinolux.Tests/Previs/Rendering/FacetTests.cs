using Kinolux.Previs.Rendering;

namespace Kinolux.Tests.Previs.Rendering;

[Trait("Category", "Kernel")]
public sealed class FacetTests
{
    private const int Size = 2 * Tiles.Side;

    [Fact]
    public void Of_triangles_that_share_edges_exactly_one_holds_each_sample()
    {
        var random = new Random(5);
        for (var round = 0; round < 60; round++)
        {
            var counts = new int[Size * Size];
            // Corners on whole samples too, since it is there that edges pass through samples.
            var step = round % 3 == 0 ? 64 : 1;
            var middle = new Spot(random.Next(64, Size * 256 - 64) / step * step, random.Next(64, Size * 256 - 64) / step * step, 1);
            Spot[] rim = [new(-512, -512, 1), new(random.Next(Size * 256) / step * step, -512, 1), new(Size * 256 + 512, -512, 1), new(Size * 256 + 512, random.Next(Size * 256) / step * step, 1),
                new(Size * 256 + 512, Size * 256 + 512, 1), new(-512, Size * 256 + 512, 1)];
            for (var i = 0; i < rim.Length; i++)
                Count(middle, rim[i], rim[(i + 1) % rim.Length], counts);
            Assert.All(counts, count => Assert.Equal(1, count));
        }
    }

    [Fact]
    public void A_sample_is_inside_where_the_edges_say_so_in_whole_numbers()
    {
        var random = new Random(6);
        for (var round = 0; round < 200; round++)
        {
            // Corners far outside as well: edges reach beyond 32 bits there.
            var reach = round % 2 == 0 ? 4000 : 4_000_000;
            Spot Any() => new(random.Next(-reach, reach), random.Next(-reach, reach), 1);
            var (counts, expected) = (new int[Size * Size], new int[Size * Size]);
            var (a, b, c) = (Any(), Any(), Any());
            Count(a, b, c, counts);
            var facet = default(Facet);
            if (facet.Set(a, b, c, 96, 96, Size, Size))
                for (var i = 0; i < expected.Length; i++)
                {
                    var (x, y) = (i % Size * 256L + 96, i / Size * 256L + 96);
                    expected[i] = facet.C0 + facet.A0 * x + facet.B0 * y >= 0 && facet.C1 + facet.A1 * x + facet.B1 * y >= 0 && facet.C2 + facet.A2 * x + facet.B2 * y >= 0 ? 1 : 0;
                }
            Assert.Equal(expected, counts);
        }
    }

    private static void Count(in Spot a, in Spot b, in Spot c, int[] counts)
    {
        var (tiles, samples) = (new Tiles(), new Samples(96, 96));
        tiles.Begin(Size, Size);
        if (!tiles.Next().Set(a, b, c, 96, 96, Size, Size))
            return;
        tiles.Keep();
        tiles.Sort();
        for (var tile = 0; tile < 4; tile++)
            foreach (var facet in tiles.Of(tile))
            {
                samples.Clear();
                samples.Draw(tiles.Facets[facet], tile % 2 * Tiles.Side, tile / 2 * Tiles.Side, 0);
                for (var i = 0; i < samples.Owners.Length; i++)
                    counts[(tile / 2 * Tiles.Side + i / Tiles.Side) * Size + tile % 2 * Tiles.Side + i % Tiles.Side] += samples.Owners[i] + 1;
            }
    }
}
