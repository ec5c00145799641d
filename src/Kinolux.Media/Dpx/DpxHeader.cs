using System.Buffers.Binary;
using System.Globalization;
using Kinolux.Core.Time;
using Kinolux.Media.Turning;

namespace Kinolux.Media.Dpx;

/// <summary>What ffmpeg neither reads nor writes of a DPX file's header (SMPTE ST 268-1): transfer, timecode and frame rate.</summary>
/// <param name="Transfer">Code of element 1: 1 printing density, 2 linear, 3 logarithmic, …; 0 user-defined.</param>
/// <param name="Colorimetric">Code of element 1.</param>
internal sealed record DpxHeader(byte Transfer, byte Colorimetric, string? Timecode, Rational? Rate)
{
    /// <summary>Bytes of a header with both its generic and its industry part.</summary>
    public const int Size = 2048;

    /// <summary>Two bytes: <see cref="Orientations.FromDpx"/>.</summary>
    public const int OrientationAt = 768;

    private const int TransferAt = 801;
    private const int ColorimetricAt = 802;
    private const int FilmRateAt = 1724;
    private const int TimecodeAt = 1920;
    private const int TelevisionRateAt = 1940;

    /// <summary>How the picture is turned in the file; what <see cref="WriteTo"/> writes.</summary>
    public Orientation Orientation { get; init; } = Orientation.TopLeft;

    public bool IsLogarithmic => Transfer is 1 or 3;

    /// <summary>Reads a file's header; null where it is no DPX file.</summary>
    public static DpxHeader? Read(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[Size];
        var length = file.ReadAtLeast(bytes, Size, throwOnEndOfStream: false);
        if (length < 1664 || !TryOrder(bytes, out var big))
            return null;
        // Where the picture begins at once after the generic header, there is no industry part to read.
        var industry = length == Size && Word(bytes, 4, big) >= Size;
        return new DpxHeader(
            bytes[TransferAt], bytes[ColorimetricAt], industry ? TimecodeOf(Word(bytes, TimecodeAt, big)) : null,
            industry ? RateOf(Word(bytes, FilmRateAt, big)) ?? RateOf(Word(bytes, TelevisionRateAt, big)) : null);
    }

    /// <summary>True for a DPX header, with its byte order.</summary>
    public static bool TryOrder(ReadOnlySpan<byte> bytes, out bool big)
    {
        big = bytes.StartsWith("SDPX"u8);
        return big || bytes.StartsWith("XPDS"u8);
    }

    public static uint Word(ReadOnlySpan<byte> bytes, int at, bool big) =>
        big ? BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    public static void Put(Span<byte> bytes, int at, uint word, bool big)
    {
        if (big)
            BinaryPrimitives.WriteUInt32BigEndian(bytes[at..], word);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[at..], word);
    }

    /// <summary>Fills in a header that ffmpeg made and that was lengthened to <see cref="Size"/>.</summary>
    /// <param name="bytes">Its industry part is still empty.</param>
    /// <param name="frame">The frame's place in the sequence.</param>
    public void WriteTo(Span<byte> bytes, bool big, Timecode? timecode, int frame, int frames)
    {
        bytes[TransferAt] = Transfer;
        bytes[ColorimetricAt] = Colorimetric;
        if (big)
            BinaryPrimitives.WriteUInt16BigEndian(bytes[OrientationAt..], Orientations.ToDpx(Orientation));
        else
            BinaryPrimitives.WriteUInt16LittleEndian(bytes[OrientationAt..], Orientations.ToDpx(Orientation));
        bytes[1664..Size].Fill(0xFF);
        bytes[1664..1712].Clear();
        Put(bytes, 1712, (uint)frame, big);
        if (frames > 0)
            Put(bytes, 1716, (uint)frames, big);
        if (Rate is { } rate)
        {
            Put(bytes, FilmRateAt, BitConverter.SingleToUInt32Bits((float)rate.ToDouble()), big);
            Put(bytes, TelevisionRateAt, BitConverter.SingleToUInt32Bits((float)rate.ToDouble()), big);
        }
        bytes[1732..1920].Clear();
        if (timecode is { } code)
            Put(bytes, TimecodeAt, Packed(code.ToString()), big);
    }

    /// <summary>Two decimal digits to a byte, hours first; a label that drops frames sets the bit that broadcast timecode uses for it.</summary>
    private static uint Packed(string label)
    {
        var word = 0u;
        foreach (var digit in label.Where(char.IsAsciiDigit))
            word = (word << 4) | (uint)(digit - '0');
        return label.Contains(';', StringComparison.Ordinal) ? word | 0x40 : word;
    }

    private static string? TimecodeOf(uint word)
    {
        if (word == 0xFFFFFFFF)
            return null;
        var drop = (word & 0x40) != 0;
        var digits = (word & ~0x40u).ToString("X8", CultureInfo.InvariantCulture);
        return digits.All(char.IsAsciiDigit) ? $"{digits[..2]}:{digits[2..4]}:{digits[4..6]}{(drop ? ';' : ':')}{digits[6..]}" : null;
    }

    private static Rational? RateOf(uint word)
    {
        var value = BitConverter.UInt32BitsToSingle(word);
        if (!(value is > 0.5f and < 1000f))
            return null;
        var nominal = (long)Math.Round(value);
        if (Math.Abs(value - nominal) < 0.001)
            return new Rational(nominal, 1);
        var slowed = new Rational(nominal * 1000, 1001);
        return Math.Abs(value - slowed.ToDouble()) < 0.005 ? slowed : new Rational((long)Math.Round(value * 1000), 1000);
    }
}
