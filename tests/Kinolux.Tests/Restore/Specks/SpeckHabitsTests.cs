using Kinolux.Restore.Regions;
using Kinolux.Restore.Stages.Despeckle;

namespace Kinolux.Tests.Restore.Specks;

[Trait("Category", "Kernel")]
public sealed class SpeckHabitsTests
{
    private const int Width = 240, Height = 130;

    private readonly Random _random = new(7);

    [Fact]
    public void Kin_counted_in_one_go_equal_their_reference()
    {
        for (var run = 0; run < 40; run++)
        {
            var (cell, cells) = (8 + _random.Next(20), _random.Next(3));
            var (here, among) = (new SpeckGrid(Width, Height, cell, Specks(_random.Next(80))), new SpeckGrid(Width, Height, cell, Specks(_random.Next(120))));
            int[] weights = [.. among.Specks.Select(_ => _random.Next(-1, 2))];
            Assert.Equal(KinCount.Reference(here, among, cells, weights), KinCount.Run(here, among, cells, weights));
        }
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, 2)]
    public void Habits_equal_those_found_by_asking_each_about_each(int first, int second)
    {
        var (now, one, two) = (Specks(150), Specks(150), Specks(150));
        for (var i = 0; i < 40; i++)
        {
            var (u, v) = (_random.Next(-12, 13), _random.Next(-12, 13));
            one.Add(now[i] with { X = Math.Clamp(now[i].X + first * u, 0, Width - 1), Y = Math.Clamp(now[i].Y + first * v, 0, Height - 1) });
            two.Add(now[i] with { X = Math.Clamp(now[i].X + second * u, 0, Width - 1), Y = Math.Clamp(now[i].Y + second * v, 0, Height - 1) });
        }
        var habits = new SpeckHabits(Width, Height, now, one, two, (first, second));
        var flights = now.Select(speck => (Flies(speck, false), Flies(speck, true))).ToArray();
        Assert.InRange(flights.Count(flight => flight.Item1), 30, now.Count - 30);
        for (var i = 0; i < now.Count; i++)
        {
            var (all, flying) = (3, 0);
            for (var k = 0; k < now.Count; k++)
                if (k != i && Kin(now[k], now[i], 2))
                    (all, flying) = (all + 1, flying + (flights[k].Item1 ? 1 : 0) - (flights[k].Item2 ? 1 : 0));
            var crowd = Math.Min(one.Count(other => Kin(other, now[i], 1)), two.Count(other => Kin(other, now[i], 1)));
            Assert.Equal(new SpeckHabit(flights[i].Item1 ? 1 : 0, MathF.Log(1 + crowd), Math.Max(0, flying) / (float)all), habits.Of(i));
        }

        bool Flies(Speck speck, bool turned) => one.Exists(a =>
        {
            var (u, v) = ((a.X - speck.X) / first, (a.Y - speck.Y) / first);
            var (x, y) = turned ? (speck.X - v * second, speck.Y + u * second) : (speck.X + u * second, speck.Y + v * second);
            return Math.Max(Math.Abs(u), Math.Abs(v)) is >= 2 and <= Width / 12 && Alike(speck, a)
                && two.Exists(b => Math.Abs(b.X - x) <= 2 && Math.Abs(b.Y - y) <= 2 && Alike(speck, b));
        });
    }

    private static bool Alike(Speck a, Speck b) =>
        a.Sign == b.Sign && a.Pixels.Length * 5 > b.Pixels.Length * 3 && b.Pixels.Length * 5 > a.Pixels.Length * 3 && Math.Abs(a.Tone - b.Tone) < 20 * 257;

    private static bool Kin(Speck kind, Speck speck, int cells) =>
        kind.Sign == speck.Sign && kind.Pixels.Length * 5 >= speck.Pixels.Length * 3 && kind.Peak * 4 >= speck.Peak * 3
        && Math.Abs(kind.X / (Width / 12) - speck.X / (Width / 12)) <= cells && Math.Abs(kind.Y / (Width / 12) - speck.Y / (Width / 12)) <= cells;

    // Of few sizes and peaks, so that there are equals.
    private List<Speck> Specks(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new Speck(new int[1 + _random.Next(12)], _random.Next(2) * 2 - 1, 1 + _random.Next(20), _random.Next(Width), _random.Next(Height), _random.Next(3) * 4000))];
}
