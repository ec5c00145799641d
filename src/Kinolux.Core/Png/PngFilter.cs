namespace Kinolux.Core.Png;

/// <summary>PNG's five row filters. Put a row into <see cref="Raw"/> and encode, or decode and take it from there.</summary>
internal sealed class PngFilter(int length, int pixel)
{
    private readonly byte[][] _tries = [new byte[length + 1], new byte[length + 1], new byte[length + 1], new byte[length + 1], new byte[length + 1]];
    private byte[] _raw = new byte[length];
    private byte[] _above = new byte[length];

    public Span<byte> Raw => _raw;

    /// <summary>The filter byte and the filtered row, by the filter that leaves the smallest sum of absolute differences; valid until the next call.</summary>
    public ReadOnlySpan<byte> Encode()
    {
        var (best, least) = (0, long.MaxValue);
        for (var kind = 0; kind < _tries.Length; kind++)
        {
            var row = _tries[kind];
            row[0] = (byte)kind;
            var sum = 0L;
            for (var i = 0; i < length; i++)
            {
                var value = (byte)(_raw[i] - Predict(kind, i));
                row[i + 1] = value;
                sum += Math.Abs((int)(sbyte)value);
            }
            if (sum < least)
                (best, least) = (kind, sum);
        }
        (_raw, _above) = (_above, _raw);
        return _tries[best];
    }

    /// <summary>Reads the next row into <see cref="Raw"/>.</summary>
    public void Decode(Stream stream)
    {
        (_raw, _above) = (_above, _raw);
        var kind = stream.ReadByte();
        if (kind < 0)
            throw new EndOfStreamException();
        if (kind > 4)
            throw new InvalidDataException("A row of the PNG has an unknown filter.");
        stream.ReadExactly(_raw);
        for (var i = 0; i < length; i++)
            _raw[i] += (byte)Predict(kind, i);
    }

    private int Predict(int kind, int i)
    {
        var left = i >= pixel ? _raw[i - pixel] : 0;
        return kind switch
        {
            0 => 0,
            1 => left,
            2 => _above[i],
            3 => (left + _above[i]) >> 1,
            _ => Paeth(left, _above[i], i >= pixel ? _above[i - pixel] : 0),
        };
    }

    private static int Paeth(int left, int above, int corner)
    {
        var (a, b, c) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - 2 * corner));
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }
}
