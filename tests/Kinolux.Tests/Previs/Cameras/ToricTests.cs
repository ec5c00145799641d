using System.Text.Json;
using Kinolux.Previs.Cameras;
using Kinolux.Previs.Geometry;
using Kinolux.Tests.TestSupport;

namespace Kinolux.Tests.Previs.Cameras;

public sealed class ToricTests
{
    private static readonly Vector3D Z = new(0, 0, 1);

    [Fact]
    public void Coordinates_of_a_place_lead_back_to_it()
    {
        var random = new Random(15);
        for (var i = 0; i < 2000; i++)
        {
            var (a, b, camera) = (Any(random, 3), Any(random, 3), Any(random, 9));
            var toric = Toric.Of(camera, a, b, Vector3D.Up);
            Assert.True(Vector3D.Distance(camera, toric.Position(a, b, Vector3D.Up)) < 1e-9, $"{i}: {camera} became {toric.Position(a, b, Vector3D.Up)}");
            Assert.Equal(Vector3D.Angle(a - camera, b - camera), toric.Alpha, 9);
        }
    }

    [Fact]
    public void It_agrees_with_vectors_that_others_computed()
    {
        // Two of those that the equations were checked with, Z up.
        Check(new(-1.0570034110010258, -2.0949049564529885, 0.9056068382391222), new(-2.5653822799947434, 0.21529202584013518, -0.8058664985244866), 23.479935486482407,
            (-0.46867962678899283, -0.5550052098696181), (0.418598831113028, -0.5161734917104572), new Toric(0.18356451745498484, 0.7787997760259862, -0.47425992175375775), new(-4.740198292981991, 6.604083683402041, -1.0294275775183543));
        Check(new(1.9611127480322281, -2.2571882331021262, -1.6605662123579128), new(0.7645993344335356, 2.6862536547420337, 0.4626176917049918), 43.800828479046814,
            (-0.070183160246018, -0.5441007832586925), (0.7796981901913776, -0.25246885640198846), new Toric(0.33747498123286485, 1.0085265786615352, -2.401482193995989), new(3.1316049687802128, 10.101652570143553, -1.5606840432960154));
    }

    [Fact]
    public void It_agrees_with_every_vector_of_the_data_folder()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.Shared("story", "derived", "toric_vectors.json")));
        foreach (var vector in file.RootElement.GetProperty("vectors").EnumerateArray())
        {
            Check(Point("A"), Point("B"), Number("fovx_deg"), Pair("pA"), Pair("pB"), new Toric(Number("alpha"), Number("theta"), Number("phi")), Point("P"), Number("aspect"));

            double Number(string name) => vector.GetProperty(name).GetDouble();
            Vector3D Point(string name) => new(vector.GetProperty(name)[0].GetDouble(), vector.GetProperty(name)[1].GetDouble(), vector.GetProperty(name)[2].GetDouble());
            (double, double) Pair(string name) => (vector.GetProperty(name)[0].GetDouble(), vector.GetProperty(name)[1].GetDouble());
        }
    }

    private static void Check(Vector3D a, Vector3D b, double field, (double, double) seenA, (double, double) seenB, Toric toric, Vector3D camera, double aspect = 1.78)
    {
        Assert.Equal(toric.Alpha, Toric.AngleOf(seenA, seenB, field * Math.PI / 180, aspect), 9);
        Assert.True(Vector3D.Distance(camera, toric.Position(a, b, Z)) < 1e-9, $"{toric.Position(a, b, Z)} is not {camera}");
        var back = Toric.Of(camera, a, b, Z);
        Assert.Equal(toric.Theta, back.Theta, 9);
        Assert.Equal(toric.Phi, back.Phi, 9);
    }

    private static Vector3D Any(Random random, double size) => new((random.NextDouble() - 0.5) * size, (random.NextDouble() - 0.5) * size, (random.NextDouble() - 0.5) * size);
}
