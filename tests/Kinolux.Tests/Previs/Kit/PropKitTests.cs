using System.Numerics;
using Kinolux.Previs.Kit;

namespace Kinolux.Tests.Previs.Kit;

public sealed class PropKitTests
{
    [Fact]
    public void Every_piece_is_closed_and_faces_outwards()
    {
        foreach (var piece in PropKit.Pieces.Values)
        {
            var (mesh, volume) = (piece.Mesh, 0f);
            var edges = new Dictionary<(int, int), int>();
            for (var i = 0; i < mesh.Triangles.Length; i += 3)
            {
                var (a, b, c) = (mesh.Triangles[i], mesh.Triangles[i + 1], mesh.Triangles[i + 2]);
                volume += Vector3.Dot(mesh.Positions[a], Vector3.Cross(mesh.Positions[b], mesh.Positions[c])) / 6;
                foreach (var (from, to) in (ReadOnlySpan<(int, int)>)[(a, b), (b, c), (c, a)])
                    edges[(from, to)] = edges.GetValueOrDefault((from, to)) + 1;
            }
            Assert.True(volume > 0, $"{piece.Name} is inside out");
            Assert.All(edges, edge => Assert.True(edge.Value == 1 && edges.ContainsKey((edge.Key.Item2, edge.Key.Item1)), $"{piece.Name} has an open edge"));
        }
    }

    [Fact]
    public void Every_set_is_of_pieces_that_there_are_and_stands_in_its_walls() =>
        Assert.All(PropKit.Sets, set => Assert.All(set.Pieces, piece =>
        {
            Assert.True(PropKit.Pieces.ContainsKey(piece.Piece), $"{set.Name}: {piece.Piece}");
            Assert.True(Math.Abs(piece.X) <= set.Size.Width / 2 && Math.Abs(piece.Z) <= set.Size.Depth / 2, $"{set.Name}: {piece.Piece} stands outside");
        }));

    [Theory]
    [InlineData("HOUSE - KITCHEN", true, "kitchen")]
    [InlineData("POLICE STATION", true, "office")]
    [InlineData("BRICK'S PATIO", false, "garden")]
    [InlineData("USS ENTERPRISE - BRIDGE", true, "bridge")]
    [InlineData("DARK ALLEY", false, "street")]
    public void The_nearest_word_of_a_heading_says_what_place_it_is(string place, bool inside, string set) => Assert.Equal((set, true), (PropKit.SetOf(place, inside).Kind.Name, PropKit.SetOf(place, inside).IsTold));

    [Theory]
    [InlineData("ZZYZX", true, "room")]
    [InlineData("ZZYZX", false, "open")]
    [InlineData("厨房", null, "room")]
    public void An_unknown_place_is_invented_and_says_so(string place, bool? inside, string set) => Assert.Equal((set, false), (PropKit.SetOf(place, inside).Kind.Name, PropKit.SetOf(place, inside).IsTold));
}
