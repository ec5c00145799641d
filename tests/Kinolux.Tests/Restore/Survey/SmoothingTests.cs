using Kinolux.Restore.Survey;

namespace Kinolux.Tests.Restore.Survey;

/// <summary>Known courses of a camera with known shake on top: what is taken for shake must be the shake.</summary>
public sealed class SmoothingTests
{
    private const double Shake = 1.6;
    private const double Fastest = 11;

    [Theory]
    [InlineData("stands", 60)]
    [InlineData("pans", 60)]
    [InlineData("eases", 72)]
    [InlineData("sways", 60)]
    [InlineData("sways", 144)]
    public void A_camera_keeps_its_course_and_loses_its_shake(string camera, int frames)
    {
        var errors = new List<double>();
        for (var seed = 1; seed <= 12; seed++)
        {
            var random = new Random(seed);
            var course = Enumerable.Range(0, frames).Select(i => Course(camera, i, frames)).ToArray();
            var curve = course.Select(place => place + Shake * Normal(random)).ToArray();
            var steady = Smoothing.Smooth(curve, Smoothing.Choose(curve, null, Fastest));
            errors.Add(Math.Sqrt(Enumerable.Range(0, frames).Average(i => (steady[i] - course[i]) * (steady[i] - course[i]))));
        }
        // A smooth curve through n points with shake s errs by s·√(p/n), p its freedoms: a sway in 40 frames needs p of 10 to 15 in 60.
        Assert.InRange(errors.Average(), 0, camera == "sways" ? 0.6 * Shake : 0.35 * Shake);
    }

    [Fact]
    public void Light_is_held_still_by_shake_alone()
    {
        var random = new Random(5);
        for (var i = 0; i < 20; i++)
        {
            var curve = Enumerable.Range(0, 60).Select(_ => Normal(random)).ToArray();
            Assert.True(Smoothing.ChooseStiff(24, curve) is 0 or double.PositiveInfinity);
        }
    }

    private static double Course(string camera, int frame, int frames) => camera switch
    {
        "stands" => 3,
        "pans" => 4.0 * frame,
        "eases" => 60 / (1 + Math.Exp(-8.0 * (frame / (double)frames - 0.5))),
        _ => 5 * Math.Sin(2 * Math.PI * frame / 40) + 2.5 * Math.Sin(2 * Math.PI * frame / 23 + 1),
    };

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
