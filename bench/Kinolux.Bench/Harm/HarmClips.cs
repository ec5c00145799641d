namespace Kinolux.Bench.Harm;

/// <summary>What was reported as harmed by restoration, and more of the same kinds, drawn over clean scenes by ourselves.</summary>
internal static class HarmClips
{
    private const int W = Canvas.Width, H = Canvas.Height, N = Scenes.Count;

    public static IReadOnlyList<HarmClip> All { get; } =
    [
        // Light.
        Lit("flash", "two camera flashes, one clipped", s => s.Dog, (n, v) => n == 16 ? 1.7f * v + 30 : n == 33 ? 2.6f * v + 90 : v),
        Lit("lightning", "strokes over a dark scene", s => [.. s.Dog.Select(f => f.Map(v => 0.35f * v))], (n, v) => v * Strokes.GetValueOrDefault(n, 1)),
        Lit("strobe", "two frames on, two off", s => s.Bike, (n, v) => n is < 12 or >= 36 ? v : n / 2 % 2 == 1 ? 1.15f * v : 0.45f * v),
        Lit("strobe, fast", "one frame on, one off, from first to last", s => s.Dog, (n, v) => n % 2 == 0 ? v : 0.5f * v),
        Lit("fade", "in and out of black", s => s.Venice, (n, v) => v * MathF.Min(1, MathF.Min(n / 16f, (N - 1 - n) / 16f))),
        Lit("explosion", "light that bursts and burns out", s => s.Dog, (n, v) => n < 18 ? v : v + 200 * MathF.Exp(-(n - 18) / 4f)),
        Drawn("beacon", "a lamp that turns", s => s.Bedroom, (f, n) => f.Glow(250, 40, 60, 90 * MathF.Pow(MathF.Max(0, MathF.Cos(2 * MathF.PI * n / 18)), 6))),
        Drawn("lamp", "a lamp that blinks", s => s.Venice, (f, n) => f.Glow(80, 50, 25, n / 5 % 2 == 0 ? 90 : 0)),
        new("beacons", "two beacons that turn in turn", 2, s => Light(s.Bedroom, (f, n) => Shine(Shine(f.Map(v => 0.3f * v), 45, 100, 100, 2 * Turn(n, 1)), 275, 100, 100, 2 * Turn(n, -1)))),
        new("fire", "a fire that lights a corner of a room", 2, s => Light(s.Bedroom[..1].Concat(Enumerable.Repeat(s.Bedroom[0], N - 1)), (f, n) => Shine(f.Map(v => 0.35f * v), 75, 150, 75, 1.6f + 0.9f * (new Random(n).NextSingle() - 0.5f)))),
        new("candle", "a flame that lights a whole room", 4, s => Fire(s.Bedroom, 0.25f, 0.3f, 3, (160, 110, 80, 0, 0.12f))),
        new("candles", "two flames, each with its own light", 2, s => Fire(s.Venice, 0.3f, 0.3f, 2, (70, 120, 60, 0, 0.12f), (250, 100, 60, 0, 0.12f))),
        new("hearth", "a fire beside the picture that lights the room", 2, s => Fire(s.Dog, 0.4f, 0.4f, 1.5f, (-20, 120, 130, 0, 0.15f))),
        new("torch", "a torch that is carried through the picture", 2, s => Fire(s.Bike, 0.3f, 0.3f, 2.5f, (60, 80, 70, 4, 0.15f))),
        Lit("clouds", "clouds before the sun", s => s.Dog, (n, v) => v * (0.8f + 0.1f * MathF.Sin(n / 6f) + 0.06f * MathF.Sin(n / 3.7f + 1))),
        Drawn("timelapse", "shadows of clouds that race over a landscape", s => s.Venice, (f, n) =>
        {
            for (var i = 0; i < f.Grey.Length; i++)
                f.Grey[i] *= 0.8f + 0.12f * MathF.Sin(n / 6f) + 0.15f * MathF.Sin((i % W + 9 * n) / 37f) * MathF.Sin((i / W + 4 * n) / 23f + 1);
        }),
        new("strobe, moving", "one frame in four lit, before a camera on the shoulder", 2, s => Light(s.Bike, (f, n) => f.Map(v => n % 4 == 0 ? v : 0.3f * v))),
        Lit("fades, short", "up, a few frames, down to black, and up again", s => s.Bike, (n, v) => v * Math.Clamp(MathF.Min((n + 1) / 12f, n < 30 ? (28 - n) / 8f : (n - 31) / 6f), 0, 1)),
        Drawn("muzzle", "gun shots of one frame", s => s.Dog, (f, n) => Muzzle(f, n)),

        // Cards and cadence.
        new("cards", "a card of twelve frames, of two and of one", 2, Cards),
        new("leader", "numbers, a white frame, black, then the film", 2, Leader),
        new("wedge", "a leader's wedge that sweeps", 3, s => [.. Enumerable.Range(0, 36).Select(Wedge), .. s.Bedroom[..12]]),
        new("shots, short", "shots of three to eight frames", 2, s => [.. s.Dog[..4], .. s.Bike[..7], .. s.Venice[..3], .. s.Bedroom[..8], .. s.Bike[20..25], .. s.Dog[20..26], .. s.Venice[20..28], .. s.Bike[40..47]]),
        new("credits", "text that rolls", 1, s => Frames(n => Credits(1.7f * n))),
        new("pan, exact", "an even pan with every sixth frame repeated", 0, s => [.. Enumerable.Range(0, N).Select(n => s.Venice[n % 6 == 0 ? Math.Max(0, n - 1) : n])]),
        new("drawn on twos", "drawings held for two frames", 1.5f, s => Frames(n => Toon(n / 2 * 2))),
        new("drawn with holds", "drawings on ones, some held", 0, s => Frames(n => Toon(n is 9 or 20 or 34 ? n - 1 : n == 21 ? 19 : n))),

        // Lines.
        new("lines, still", "blinds, masts and a wire before a tripod", 3, s => Lines(s, 0)),
        new("lines, breathing", "the same before a camera that sways", 3, s => Lines(s, 1)),
        new("fence", "a fence in a pan", 3, Fence),

        Drawn("slats", "upright slats that sway in the wind", s => [.. Enumerable.Repeat(s.Bedroom[0], N).Select(f => f.Copy())], (f, n) =>
        {
            for (var i = 0; i < 16; i++)
                f.Line(20 + 18 * i + 4 * MathF.Sin(n / 5f + 0.4f * i), 0, 20 + 18 * i + 4 * MathF.Sin(n / 5f + 0.4f * i) + 1.5f * MathF.Sin(n / 4f + i), H, 2, 228);
        }),
        Drawn("poles", "poles that pass before a pan, faster than it", s => s.Venice, (f, n) =>
        {
            for (var x = 70 - 17 * n % 70; x < W; x += 70)
                f.Line(x, 20, x, 160, 3, 30);
        }),

        // What flies.
        Flying("rain", "rain", s => [.. s.Dog.Select(f => f.Map(v => 0.8f * v))], new Flight(60, 26, 1, 215, 6, Streak: 0.7f, Wind: 2, Cover: 0.55f)),
        Flying("hail", "hail", s => s.Bedroom, new Flight(40, 18, 1.4f, 235, 16, Wind: 1)),
        Flying("snow", "dense snow", s => s.Dog, new Flight(160, 4, 1.3f, 245, 2, Wind: 1)),
        Flying("snow, sparse", "a few flakes", s => s.Dog, new Flight(14, 5, 1.6f, 250, 4, Wind: 2)),
        Flying("confetti", "light and dark scraps", s => s.Bike, new Flight(30, 3, 1.8f, 30, 12, Wind: 0.5f, Other: 235)),
        Flying("insects", "dark dots that dart about", s => s.Venice, new Flight(8, 0, 1.4f, 40, 14, Dart: 9)),
        Drawn("fireworks", "rockets that burst and twinkle", s => [.. s.Venice.Select(f => f.Map(v => 0.15f * v))], Fireworks),
        Drawn("sparks", "a grinder's sparks", s => [.. s.Bedroom.Select(f => f.Map(v => 0.5f * v))], Sparks),
        Drawn("ball", "a white ball that bounces, then a dark one", s => s.Dog, Ball),
        Drawn("birds", "birds that cross the sky", s => s.Venice, Birds),
        Drawn("subtitle", "subtitles, one for three frames", s => s.Bike, (f, n) =>
        {
            if (n is >= 8 and < 22)
                f.Text("I SHALL NOT BE LATE", W / 2f, 165, 10, 1.2f, 250);
            if (n is >= 30 and < 33)
                f.Text("NO", W / 2f, 165, 12, 2, 250);
        }),

        // Pictures as they are.
        new("tint", "a cut between two tones", 2, s => [.. s.Dog[..24].Select(f => f.Map(v => 0.75f * v)), .. s.Bedroom[..24].Select(f => f.Map(v => 0.7f * v))]),
        new("rounded", "the printed frame with round corners while the picture pans", 2, s => Frames(n => Rounded(s.Venice[n]))),
        new("dissolve", "from one scene into another", 2, s => Frames(n => Mix(s.Bedroom[n], s.Dog[n], Math.Clamp((n - 14) / 18f, 0, 1)))),
        new("grain", "coarse grain", 9, s => s.Venice),
        new("handheld", "a camera on the shoulder", 0, s => s.Bike),
        new("night", "a dark scene with bright points", 3, s => [.. s.Bedroom.Select(f => f.Map(v => v > 200 ? v : 0.12f * v))]),
    ];

    private static Dictionary<int, float> Strokes => new() { [12] = 2.6f, [13] = 1.5f, [14] = 2.3f, [15] = 1.8f, [16] = 1.4f, [17] = 1.15f, [30] = 2.8f, [31] = 1.2f, [33] = 1.9f, [34] = 1.3f };

    private static HarmClip Lit(string name, string meant, Func<Scenes, Canvas[]> scene, Func<int, float, float> light) =>
        new(name, meant, 2, s => [.. scene(s).Select((f, n) => f.Map(v => Math.Clamp(light(n, v), 0, 255)))]);

    private static Canvas[] Light(IEnumerable<Canvas> frames, Func<Canvas, int, Canvas> light) => [.. frames.Select(light)];

    private static float Turn(int n, int side) => MathF.Pow(MathF.Max(0, side * MathF.Sin(2 * MathF.PI * n / 10)), 2);

    /// <summary>Lights what is near a place by so much of its own light.</summary>
    private static Canvas Shine(Canvas frame, float x, float y, float radius, float light)
    {
        for (var v = 0; v < H; v++)
            for (var u = 0; u < W; u++)
                frame.Grey[v * W + u] *= 1 + light * MathF.Exp(-((u - x) * (u - x) + (v - y) * (v - y)) / (2 * radius * radius));
        return frame;
    }

    /// <param name="rest">Share of the scene's light, after it was darkened, that is no flame's.</param>
    /// <param name="flames">Where each is, how far its light reaches, how far it is carried in a frame, and how much it flickers.</param>
    private static Canvas[] Fire(Canvas[] scene, float dark, float rest, float strength, params (float X, float Y, float Radius, float Way, float Flicker)[] flames)
    {
        var (random, course) = (new Random(6), new float[flames.Length]);
        for (var n = 0; n < scene.Length; n++)
        {
            var lit = Canvas.Even(0);
            for (var k = 0; k < flames.Length; k++)
            {
                var flame = flames[k];
                course[k] = 0.5f * course[k] + 1.5f * (random.NextSingle() + random.NextSingle() - 1) * flame.Flicker * 1.4f;
                lit.Glow(flame.X + flame.Way * n, flame.Y, flame.Radius, strength * (1 + course[k]));
            }
            for (var i = 0; i < lit.Grey.Length; i++)
                scene[n].Grey[i] *= dark * (rest + lit.Grey[i]);
            foreach (var flame in flames)
                scene[n].Glow(flame.X + flame.Way * n, flame.Y - 2, 5, 150);
        }
        return scene;
    }

    private static Canvas Wedge(int n) => Canvas.Of((x, y) => (MathF.Atan2(x - W / 2f, H / 2f - y) + 2 * MathF.PI) % (2 * MathF.PI) < MathF.PI / 6 * (n % 12) ? 80 : 110);

    private static HarmClip Drawn(string name, string meant, Func<Scenes, Canvas[]> scene, Action<Canvas, int> draw) => new(name, meant, 2, s =>
    {
        var frames = scene(s);
        for (var n = 0; n < frames.Length; n++)
            draw(frames[n], n);
        return frames;
    }, scene);

    private static HarmClip Flying(string name, string meant, Func<Scenes, Canvas[]> scene, Flight flight) => new(name, meant, 2, s => flight.Over(scene(s)), scene);

    private static Canvas[] Frames(Func<int, Canvas> frame) => [.. Enumerable.Range(0, N).Select(frame)];

    private static Canvas Mix(Canvas a, Canvas b, float share) => new([.. a.Grey.Zip(b.Grey, (v, w) => v + share * (w - v))]);

    private static void Muzzle(Canvas frame, int n)
    {
        (int Frame, int X, int Y)[] shots = [(10, 120, 70), (18, 122, 71), (27, 240, 60), (28, 238, 60), (39, 121, 70)];
        foreach (var (_, x, y) in shots.Where(shot => shot.Frame == n))
            for (var v = 0; v < H; v++)
                for (var u = 0; u < W; u++)
                    frame.Grey[v * W + u] += 200 * MathF.Pow(Math.Clamp(1.4f - MathF.Sqrt((u - x - 8) * (u - x - 8) / 4.84f + (v - y) * (v - y)) / 9, 0, 1), 1.2f);
    }

    private static Canvas[] Cards(Scenes s)
    {
        var card = Canvas.Even(10);
        card.Text("THE NIGHT IS LONG", W / 2f, 78, 15, 1.6f, 230);
        card.Text("AND HE IS LATE", W / 2f, 108, 15, 1.6f, 230);
        var dog = s.Dog;
        return [.. dog[..14], .. Enumerable.Repeat(card, 12), .. dog[14..26], card, card, .. dog[26..36], card, .. dog[36..44]];
    }

    private static Canvas[] Leader(Scenes s)
    {
        var frames = new List<Canvas> { Canvas.Even(16) };
        foreach (var letter in new[] { "A", "B", "D" })
            for (var k = 0; k < 4; k++)
            {
                var frame = Canvas.Even(120);
                frame.Text(letter, 160, 90, 50, 5, 20);
                frame.Line(160, 90, 160 + 150 * MathF.Sin(k), 90 - 150 * MathF.Cos(k), 1, 20);
                frames.Add(frame);
            }
        return [.. frames, Canvas.Even(235), .. Enumerable.Repeat(Canvas.Even(16), 4), .. s.Dog[..30]];
    }

    private static Canvas Credits(float up)
    {
        var frame = Canvas.Even(8);
        for (var line = 0; line < 20; line++)
            frame.Text(line % 3 == 0 ? "DIRECTED" : line % 3 == 1 ? "BY THE SEA" : "LIGHTS", W / 2f, 190 + 22 * line - up * 2, line % 3 == 0 ? 8 : 11, 1.3f, 225);
        return frame;
    }

    private static Canvas Toon(int k)
    {
        var random = new Random(5);
        var frame = Canvas.Even(160);
        for (var i = 0; i < 40; i++)
            frame.Rectangle(random.Next(W), random.Next(60, H), random.Next(W), H, random.Next(40, 220));
        var (x, y) = (40 + 5 * k, 90 - 40 * MathF.Abs(MathF.Sin(k / 6f)));
        frame.Disc(x, y, 19, 10);
        frame.Disc(x, y, 17, 130);
        foreach (var side in new[] { -1, 1 })
            frame.Line(x + 8 * side, y + 16, x + 8 * side + 12 * MathF.Sin(k / 2f + side), y + 44, 3, 5);
        frame.Disc(x - 6, y - 5, 3, k % 24 == 0 ? 0 : 250);
        return frame;
    }

    private static Canvas[] Lines(Scenes s, float sway)
    {
        var still = s.Bedroom[0].Blur(0.8f);
        for (var x = 60; x <= 75; x += 3)
            still.Line(x, 20, x, 130, 1, 235);
        still.Line(150, 0, 150, H, 1, 20);
        still.Line(236, 0, 237, H, 1, 245);
        still.Line(290, 30, 290, 160, 2, 10);
        return Frames(n =>
        {
            var (across, down) = (sway * MathF.Sin(n / 5f), 0.6f * sway * MathF.Cos(n / 7f));
            var frame = sway == 0 ? still.Copy() : Canvas.Of((x, y) => still.At(x + across, y + down));
            frame.Ellipse(20 + 6 * n, 120, 14, 40, 70);
            return frame;
        });
    }

    private static Canvas[] Fence(Scenes s)
    {
        var (one, wide) = (s.Venice[0].Blur(1), new float[2 * W * H]);
        for (var y = 0; y < H; y++)
            for (var x = 0; x < 2 * W; x++)
                wide[y * 2 * W + x] = x % 14 == 6 && y is >= 60 and <= 150 ? 225 : one.Grey[y * W + (x < W ? x : 2 * W - 1 - x)];
        return Frames(n => Canvas.Of((x, y) =>
        {
            var at = x + 1.3f * n;
            var left = (int)at;
            return wide[y * 2 * W + left] + (at - left) * (wide[y * 2 * W + left + 1] - wide[y * 2 * W + left]);
        }));
    }

    private static void Fireworks(Canvas frame, int n)
    {
        var random = new Random(9);
        foreach (var (from, x, y) in new[] { (6, 90, 60), (20, 220, 50), (30, 150, 80) })
            for (var i = 0; i < 60; i++)
            {
                var (angle, speed, k) = (random.NextSingle() * 6.28f, 2 + 4 * random.NextSingle(), n - from);
                if (k is < 0 or >= 16 || new Random(1000 * n + 60 * from + i).NextSingle() < 0.25f) // they twinkle
                    continue;
                var way = speed * (k + 1) * (1 - 0.02f * k);
                frame.Disc(x + way * MathF.Cos(angle), y + way * MathF.Sin(angle) + 0.12f * k * k, 1.2f, 225 * MathF.Max(0, 1 - k / 17f));
            }
    }

    private static void Sparks(Canvas frame, int n)
    {
        var random = new Random(70 + n);
        for (var i = 0; i < 25; i++)
        {
            var (angle, way) = (-0.5f + 0.5f * random.NextSingle(), 10 + 70 * random.NextSingle());
            var (x, y) = (60 + way * MathF.Cos(angle), 120 + way * MathF.Sin(angle) + 0.006f * way * way);
            frame.Line(x, y, x + 4 * MathF.Cos(angle), y + 4 * MathF.Sin(angle), 1, 250);
        }
    }

    private static void Ball(Canvas frame, int n)
    {
        if (n is >= 4 and < 26)
        {
            var (x, y, vx, vy) = (10f, 40f, 26f, 2f);
            for (var k = 4; k < n; k++)
            {
                (x, y, vy) = (x + vx, y + vy, vy + 2.5f);
                if (x is > W - 8 or < 8)
                    vx = -vx;
                if (y > H - 8)
                    (y, vy) = (H - 8, -MathF.Abs(vy) * 0.8f);
            }
            frame.Disc(x, y, 4.5f, 244);
        }
        if (n is >= 32 and < 41)
            frame.Disc(5 + 40 * (n - 32), 100 - 6 * (n - 32), 4.5f, 25);
    }

    private static void Birds(Canvas frame, int n)
    {
        for (var i = 0; i < 5; i++)
        {
            var (x, y, flap) = (-20 + 7.5f * n - 14 * i, 30 + 6 * i + 3 * MathF.Sin(n / 6f), 3 * MathF.Sin(n * 1.7f + i));
            frame.Line(x - 5, y - flap, x, y, 1.4f, 30);
            frame.Line(x, y, x + 5, y - flap, 1.4f, 30);
        }
    }

    private static Canvas Rounded(Canvas picture)
    {
        var mask = Canvas.Even(0);
        mask.Rectangle(26, 8, W - 26, H - 8, 1);
        mask.Rectangle(12, 22, W - 12, H - 22, 1);
        foreach (var x in new[] { 26, W - 26 })
            foreach (var y in new[] { 22, H - 22 })
                mask.Disc(x, y, 14, 1);
        var soft = mask.Blur(0.6f);
        return new([.. picture.Grey.Zip(soft.Grey, (v, share) => v * share)]);
    }
}
