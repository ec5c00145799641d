namespace Kinolux.Previs.Figures;

/// <summary>Numbers that look like chance and are the same for a seed on every machine: SplitMix64 (G. L. Steele et al., "Fast Splittable Pseudorandom Number Generators", 2014).</summary>
internal struct Chance(int seed, string about = "")
{
    private ulong _state = Mix((uint)seed) ^ Hash(about);

    /// <summary>0 to below 1.</summary>
    public float Next()
    {
        _state += 0x9E3779B97F4A7C15;
        return (Mix(_state) >> 40) * (1f / (1 << 24));
    }

    /// <summary>Around 0, a standard deviation of 1, never beyond 2.4.</summary>
    public float Bell() => (Next() + Next() + Next() + Next() - 2) * 1.732f * .7f;

    public float Between(float low, float high) => low + (high - low) * Next();

    public T Of<T>(ReadOnlySpan<T> items) => items[Math.Min(items.Length - 1, (int)(Next() * items.Length))];

    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
            hash = (hash ^ letter) * 1099511628211UL;
        return hash;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
