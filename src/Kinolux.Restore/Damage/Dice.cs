namespace Kinolux.Restore.Damage;

/// <summary>
/// Seeded randomness that is a pure function of where it is asked: each kind of damage, frame and slot has a stream of its own, so frames can be made in any order.
/// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
/// </summary>
internal struct Dice
{
    private ulong _state;

    private Dice(ulong state) => _state = state;

    public static Dice Of(long seed, DamageKinds kind, int place, int slot = 0) =>
        new(Mix(Mix(Mix((ulong)seed ^ ((ulong)kind << 40)) ^ (uint)place) ^ ((ulong)(uint)slot << 32)));

    /// <summary>64 well-mixed bits of a number.</summary>
    public static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }

    public ulong Bits()
    {
        _state += 0x9E3779B97F4A7C15;
        return Mix(_state);
    }

    /// <summary>0 or more, below 1.</summary>
    public float Unit() => (Bits() >> 40) * (1f / (1 << 24));

    public float Between(float low, float high) => low + (high - low) * Unit();

    public bool Chance(float probability) => Unit() < probability;

    /// <summary>Normal with mean 0 and deviation 1 (Box and Muller 1958).</summary>
    public float Normal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1.0 - Unit()));
        return (float)(radius * Math.Cos(2 * Math.PI * Unit()));
    }

    /// <summary>How many events happen where <paramref name="mean"/> are expected (Poisson).</summary>
    public int Count(double mean)
    {
        var count = 0;
        for (var sum = -Math.Log(1.0 - Unit()); sum < mean; sum -= Math.Log(1.0 - Unit()))
            count++;
        return count;
    }

    /// <summary>Smooth noise along a line: -1 to 1, changing about once per unit of <paramref name="at"/>.</summary>
    public static float Smooth(ulong seed, double at)
    {
        var cell = Math.Floor(at);
        var t = (float)(at - cell);
        var a = Signed(seed, (long)cell);
        var b = Signed(seed, (long)cell + 1);
        return a + (b - a) * (t * t * (3 - 2 * t));
    }

    /// <summary>Smooth noise over a plane: -1 to 1, changing about once per unit.</summary>
    public static float Smooth(ulong seed, float x, float y)
    {
        var row = MathF.Floor(y);
        var t = y - row;
        var a = Smooth(Mix(seed ^ (ulong)(long)row), x);
        var b = Smooth(Mix(seed ^ (ulong)((long)row + 1)), x);
        return a + (b - a) * (t * t * (3 - 2 * t));
    }

    private static float Signed(ulong seed, long cell) => (Mix(seed ^ (ulong)cell * 0xD6E8FEB86659FD93) >> 40) * (2f / (1 << 24)) - 1;
}
