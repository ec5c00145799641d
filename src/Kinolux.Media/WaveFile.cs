using System.Buffers.Binary;
using Kinolux.Core.Sound;

namespace Kinolux.Media;

/// <summary>Sound as a WAV file of 16-bit samples.</summary>
public static class WaveFile
{
    private const int Head = 44;
    private const float FullScale = 32767;

    /// <summary>Writes the sound; what is beyond full scale is clipped.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, SoundBuffer sound)
    {
        var block = 2 * sound.Channels.Count;
        var bytes = new byte[Head + sound.Length * block];
        var head = bytes.AsSpan();
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], bytes.Length - 8);
        "WAVEfmt "u8.CopyTo(head[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(head[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(head[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(head[22..], (short)sound.Channels.Count);
        BinaryPrimitives.WriteInt32LittleEndian(head[24..], sound.SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(head[28..], sound.SampleRate * block);
        BinaryPrimitives.WriteInt16LittleEndian(head[32..], (short)block);
        BinaryPrimitives.WriteInt16LittleEndian(head[34..], 16);
        "data"u8.CopyTo(head[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(head[40..], sound.Length * block);
        for (var channel = 0; channel < sound.Channels.Count; channel++)
            for (var i = 0; i < sound.Length; i++)
                BinaryPrimitives.WriteInt16LittleEndian(head[(Head + i * block + 2 * channel)..], (short)MathF.Round(Math.Clamp(sound.Channels[channel][i], -1, 1) * FullScale));
        File.WriteAllBytes(path, bytes);
    }
}
