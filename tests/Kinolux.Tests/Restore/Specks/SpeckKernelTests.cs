using Kinolux.Core.Frames;
using Kinolux.Restore.Stages.Despeckle;
using Kinolux.Restore.Stages.Donors;
using Kinolux.Restore.Stages.Scratches;

namespace Kinolux.Tests.Restore.Specks;

[Trait("Category", "Kernel")]
public sealed class SpeckKernelTests
{
    private readonly Random _random = new(5);

    [Fact]
    public void A_search_equals_its_reference_in_the_middle_and_beyond_the_edge()
    {
        var (here, there) = (Noise(90, 40), Noise(90, 40));
        for (var run = 0; run < 60; run++)
        {
            var places = new (int X, int Y)[1 + _random.Next(40)];
            for (var i = 0; i < places.Length; i++)
                places[i] = (_random.Next(90), _random.Next(40));
            var (u, v, reach, enough) = (_random.Next(-20, 20), _random.Next(-20, 20), 4 + _random.Next(30), places.Length * (5 + _random.Next(20000)));
            var search = new FlightSearch(here, there, places, _random.Next(-3000, 3000));
            Assert.Equal(search.Reference(u, v, reach, enough), search.Run(u, v, reach, enough));
        }
    }

    [Fact]
    public void Samples_held_against_a_plane_equal_their_reference()
    {
        var (here, there) = (Noise(60, 50), Noise(60, 50));
        for (var count = 0; count < 60; count++)
        {
            var places = new (int X, int Y)[count];
            for (var i = 0; i < count; i++)
                places[i] = (20 + _random.Next(20), 20 + _random.Next(10));
            var samples = new SampleSet(here, there, places, new int[count * SampleSet.Needs]);
            // Some lie beyond the edge.
            var shift = new Displacement(_random.Next(-400, 400), _random.Next(-400, 400));
            Assert.Equal(samples.Reference(shift), samples.Run(shift));
        }
    }

    [Fact]
    public void Paths_equal_their_reference()
    {
        for (var width = 1; width < 60; width++)
        {
            // Whole numbers, so that there are equals to choose among.
            var gain = Enumerable.Range(0, width * 7).Select(_ => _random.Next(-3, 4) / 1f).ToArray();
            var (one, two) = (new LinePaths(width, 7, 1), new LinePaths(width, 7, 1));
            Assert.Equal(one.Reference(gain), two.Run(gain));
            Assert.Equal(one.From, two.From);
        }
    }

    // Of few levels, so that there are equals to choose among.
    private Plane Noise(int width, int height)
    {
        var plane = new Plane(width, height);
        for (var i = 0; i < plane.Data.Length; i++)
            plane.Data[i] = (ushort)(_random.Next(4) * 21845);
        return plane;
    }
}
