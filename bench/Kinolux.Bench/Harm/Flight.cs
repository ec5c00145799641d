namespace Kinolux.Bench.Harm;

/// <summary>Many small things that fall or dart.</summary>
/// <param name="Count">At a time.</param>
/// <param name="Speed">Samples a frame, downwards.</param>
/// <param name="Size">Radius in samples.</param>
/// <param name="Level">8-bit grey.</param>
/// <param name="Streak">Length of the drawn trail, in frames.</param>
/// <param name="Dart">Deviation of a way of its own in every frame, in samples.</param>
/// <param name="Other">The grey of every second one.</param>
internal sealed record Flight(int Count, float Speed, float Size, float Level, int Seed, float Streak = 0, float Wind = 0, float Cover = 0.9f, float Dart = 0, float? Other = null)
{
    public Canvas[] Over(Canvas[] frames)
    {
        var random = new Random(Seed);
        float Normal() => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        var things = new List<(float X, float Y, float Across, float Down, float Radius, float Level)>();
        foreach (var frame in frames)
        {
            for (var i = 0; i < things.Count; i++)
                things[i] = things[i] with { X = things[i].X + things[i].Across + Dart * Normal(), Y = things[i].Y + things[i].Down + Dart * Normal() };
            things.RemoveAll(thing => thing.Y > Canvas.Height + 5);
            while (things.Count < Count)
                things.Add((random.NextSingle() * (Canvas.Width + 60) - 30, random.NextSingle() * (Canvas.Height + 20) - 20, Wind + 0.1f * Speed * Normal(), Speed * (0.7f + 0.6f * random.NextSingle()),
                    Size * (0.6f + 0.8f * random.NextSingle()), things.Count % 2 == 1 ? Other ?? Level : Level));
            foreach (var thing in things)
                if (Streak > 0)
                    frame.Line(thing.X, thing.Y, thing.X - Streak * thing.Across, thing.Y - Streak * thing.Down, 1, thing.Level, Cover);
                else
                    frame.Disc(thing.X, thing.Y, thing.Radius, thing.Level, Cover);
        }
        return frames;
    }
}
