using Kinolux.Core.Frames;
using Kinolux.Restore.Survey;

namespace Kinolux.Tests.Restore.Survey;

public class PrintedFrameTests
{
    private const int Width = 200;
    private const int Height = 150;

    [Theory]
    [InlineData(0.03, 0)]
    [InlineData(0.03, 0.7)]
    [InlineData(0.95, 0)]
    public void A_border_with_round_corners_is_found_dark_or_bright_still_or_weaving(double gate, double weave)
    {
        var printed = Found((t, x, y) =>
        {
            var (dx, dy) = (weave * (SyntheticFilm.Hash(5, t, 1) * 2 - 1), weave * (SyntheticFilm.Hash(5, t, 2) * 2 - 1));
            var part = Inside(x - dx, y - dy, 14, 9, 186, 141, 12);
            return part * Scene(t, x, y) + (1 - part) * gate + Grain(t, x, y);
        });
        Assert.NotNull(printed);
        Assert.InRange(printed.X, 14, 18);
        Assert.InRange(printed.Y, 9, 13);
        Assert.InRange(printed.X + printed.Width, 182, 186);
        Assert.InRange(printed.Y + printed.Height, 137, 141);
        Assert.InRange(printed.Corner, 6, 16);
    }

    [Fact]
    public void Bars_are_found()
    {
        var printed = Found((t, x, y) => y is < 20 or >= 130 ? 0.06 : Scene(t, x, y));
        Assert.NotNull(printed);
        Assert.Equal((0, Width, 0), (printed.X, printed.Width, printed.Corner));
        Assert.InRange(printed.Y, 20, 23);
        Assert.InRange(printed.Y + printed.Height, 127, 130);
    }

    [Fact]
    public void A_picture_that_fills_the_screen_has_no_edge() => Assert.Null(Found(Scene));

    [Fact]
    public void Night_has_no_edge() => Assert.Null(Found((t, x, y) => 0.12 * Scene(t, x, y) + Grain(t, x, y)));

    [Fact]
    public void A_lamp_in_the_dark_has_no_edge() =>
        Assert.Null(Found((t, x, y) => Scene(t, x, y) * Math.Exp(-(Square((x - 90) / 55) + Square((y - 80) / 40))) + 0.02 + Grain(t, x, y)));

    [Fact]
    public void Dark_corners_are_no_edge() =>
        Assert.Null(Found((t, x, y) => Scene(t, x, y) * Math.Clamp(1.4 - Square((x - 100) / 100) * 0.8 - Square((y - 75) / 75) * 0.8, 0, 1) + Grain(t, x, y)));

    [Fact]
    public void Dark_ground_below_the_scene_is_no_edge() => Assert.Null(Found((t, x, y) => y > 112 ? 0.03 : Scene(t, x, y)));

    [Fact]
    public void A_title_has_no_edge_of_its_own() =>
        Assert.Null(Found((t, x, y) => (Math.Abs(x - 100) < 60 && y is > 50 and < 100 && (int)y / 7 % 2 == 0 && SyntheticFilm.Hash(2, (int)x / 4, (int)y / 7) < 0.6 ? 0.9 : 0.04) + Grain(t, x, y)));

    [Fact]
    public void A_dark_shot_has_the_edge_of_the_films_other_shots()
    {
        var shots = Shots((t, x, y) => (x is < 16 or >= 184 ? 0 : t / 16 == 1 ? 0.05 * Scene(t, x, y) : Scene(t, x + 3000 * (t / 16), y)) + Grain(t, x, y), 48);
        Assert.True(shots.Count >= 3);
        Assert.All(shots, shot => Assert.InRange(shot.Printed!.X, 16, 19));
    }

    [Theory]
    [InlineData(30, 30, true)]
    [InlineData(11, 11, false)]
    [InlineData(10, 40, true)]
    [InlineData(9, 40, false)]
    [InlineData(110, 40, false)]
    [InlineData(109, 40, true)]
    public void Its_corners_are_round(int x, int y, bool inside) => Assert.Equal(inside, new PrintedFrame(10, 10, 100, 60, 10).Contains(x, y));

    private static PrintedFrame? Found(Func<int, double, double, double> grey) => Shots(grey, 24)[0].Printed;

    private static IReadOnlyList<Shot> Shots(Func<int, double, double, double> grey, int count) => StageBench.Survey(new SyntheticFilm(Width, Height, count, grey)).Shots;

    private static double Scene(int t, double x, double y) => 0.1 + 0.8 * SyntheticFilm.Texture(8, x + 1.3 * t, y + 0.4 * t);

    private static double Grain(int t, double x, double y) => 0.02 * (SyntheticFilm.Hash(t + 40, (int)x, (int)y) - 0.5);

    private static double Square(double value) => value * value;

    /// <summary>1 inside a rectangle with round corners, 0 outside, soft over a sample.</summary>
    private static double Inside(double x, double y, double left, double top, double right, double bottom, double corner)
    {
        var (dx, dy) = (Math.Max(Math.Max(left + corner - x, x - right + corner), 0), Math.Max(Math.Max(top + corner - y, y - bottom + corner), 0));
        return Math.Clamp(corner - Math.Sqrt(dx * dx + dy * dy) + 0.5, 0, 1);
    }
}
