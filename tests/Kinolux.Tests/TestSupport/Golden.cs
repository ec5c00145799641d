using Kinolux.Core.Frames;
using Kinolux.Core.Png;

namespace Kinolux.Tests.TestSupport;

/// <summary>Pictures under fixtures/golden that results must equal exactly. <c>./dev golden --accept</c> takes the new ones: a commit of its own, with the reason.</summary>
internal static class Golden
{
    /// <summary>Compares a plane of at most 128 × 96 with <c>fixtures/golden/NAME.png</c>; what differs is left under artifacts/golden to look at.</summary>
    public static void Check(string name, Plane plane)
    {
        Assert.True(plane is { Width: <= 128, Height: <= 96 }, "a golden picture has at most 128 × 96 samples");
        var path = Repository.File("fixtures", "golden", $"{name}.png");
        if (Environment.GetEnvironmentVariable("KINOLUX_GOLDEN") == "accept")
        {
            Directory.CreateDirectory(Repository.File("fixtures", "golden"));
            PngFile.Write(path, 16, plane);
        }
        if (File.Exists(path) && Same(PngFile.Read(path), plane))
            return;
        var made = Repository.File("artifacts", "golden", $"{name}.png");
        Directory.CreateDirectory(Repository.File("artifacts", "golden"));
        PngFile.Write(made, 16, plane);
        Assert.Fail($"{name} is not its golden picture; look at artifacts/golden/{name}.png, and if it is right: ./dev golden --accept");
    }

    private static bool Same(PngPicture golden, Plane plane) =>
        (golden.Width, golden.Height, golden.Planes.Count) == (plane.Width, plane.Height, 1) &&
        Enumerable.Range(0, plane.Height).All(y => golden.Planes[0].Row(y).SequenceEqual(plane.Row(y)));
}
