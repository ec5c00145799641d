namespace Kinolux.Tests.TestSupport;

/// <summary>Damages bytes as disks, lines and hands do: the same seed in the same way.</summary>
internal sealed class ByteDamage(int seed)
{
    private readonly Random _random = new(seed);

    public byte[] Of(byte[] whole)
    {
        var bytes = (byte[])whole.Clone();
        switch (seed % 6)
        {
            case 0:
                Flip(bytes, Math.Min(bytes.Length, 512));
                return bytes;
            case 1:
                Flip(bytes, bytes.Length);
                return bytes;
            case 2:
                return bytes[.._random.Next(bytes.Length)];
            case 3:
                var (first, end) = Stretch(bytes.Length);
                bytes.AsSpan(first..end).Clear();
                return bytes;
            case 4:
                (first, end) = Stretch(bytes.Length);
                return [.. bytes[..first], .. bytes[end..]];
            default:
                (first, end) = Stretch(bytes.Length);
                return [.. bytes[..end], .. bytes[first..]];
        }
    }

    // Single bits, whole bytes, and the values at which sizes overflow.
    private void Flip(byte[] bytes, int within)
    {
        for (var count = _random.Next(1, 12); count > 0 && within > 0; count--)
        {
            var at = _random.Next(within);
            bytes[at] = _random.Next(4) switch
            {
                0 => (byte)(bytes[at] ^ (1 << _random.Next(8))),
                1 => 0xFF,
                2 => 0x7F,
                _ => (byte)_random.Next(256),
            };
        }
    }

    private (int First, int End) Stretch(int length)
    {
        var first = _random.Next(length);
        return (first, Math.Min(length, first + _random.Next(1, Math.Max(2, length / 8))));
    }
}
