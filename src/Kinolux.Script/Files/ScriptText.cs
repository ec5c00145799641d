using System.Text;

namespace Kinolux.Script.Files;

/// <summary>A text with how its bytes are made, so that it comes back as the same bytes.</summary>
/// <param name="Text">Without a byte order mark.</param>
/// <param name="Encoding">What its bytes are.</param>
/// <param name="HasMark">True where a byte order mark is before it.</param>
public sealed record ScriptText(string Text, Encoding Encoding, bool HasMark)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    // Enough to tell one of two bytes that is always zero.
    private const int Probe = 4096;

    /// <summary>True where its bytes are not what Fountain asks for, UTF-8: a person should know.</summary>
    public bool IsForeign => Encoding is not UTF8Encoding;

    /// <summary>Reads bytes: UTF-8, UTF-16 with or without its mark, and else Latin-1, in which every byte is a letter.</summary>
    public static ScriptText Read(ReadOnlySpan<byte> bytes)
    {
        foreach (var encoding in (ReadOnlySpan<Encoding>)[new UTF8Encoding(true, true), new UnicodeEncoding(false, true, true), new UnicodeEncoding(true, true, true)])
            if (encoding.Preamble is { Length: > 0 } mark && bytes.StartsWith(mark) && TryRead(bytes[mark.Length..], encoding, true) is { } marked)
                return marked;
        if (Wide(bytes) is { } wide && TryRead(bytes, wide, false) is { } unmarked)
            return unmarked;
        return TryRead(bytes, StrictUtf8, false) ?? new ScriptText(Encoding.Latin1.GetString(bytes), Encoding.Latin1, false);
    }

    /// <summary>Another text in the same encoding, with the line ends that its lines had here.</summary>
    /// <param name="text">As an editor has it, with <c>\n</c> alone.</param>
    public ScriptText With(string text) => this with { Text = LineEnds.Like(Text, text) };

    /// <summary>The first character that its encoding does not have; -1 where it has all.</summary>
    public int Lacks() => Encoding == Encoding.Latin1 ? Text.AsSpan().IndexOfAnyExceptInRange('\0', '\u00ff') : -1;

    /// <summary>Its text in its encoding.</summary>
    public byte[] Bytes() => [.. HasMark ? Encoding.Preamble : [], .. Encoding.GetBytes(Text)];

    private static ScriptText? TryRead(ReadOnlySpan<byte> bytes, Encoding encoding, bool hasMark)
    {
        try
        {
            var text = new ScriptText(encoding.GetString(bytes), encoding, hasMark);
            // Half a character at the end would be lost unsaid.
            return encoding.GetByteCount(text.Text) == bytes.Length ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Nearly every second byte of Western text in UTF-16 is zero, and none of UTF-8.
    private static UnicodeEncoding? Wide(ReadOnlySpan<byte> bytes)
    {
        var probe = bytes[..(Math.Min(bytes.Length, Probe) & ~1)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < probe.Length; i++)
            if (probe[i] == 0)
                _ = i % 2 == 0 ? even++ : odd++;
        return odd > probe.Length / 4 && even == 0 ? new UnicodeEncoding(false, false, true) : even > probe.Length / 4 && odd == 0 ? new UnicodeEncoding(true, false, true) : null;
    }
}
