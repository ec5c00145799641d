using System.Buffers.Binary;
using Kinolux.Core.Sound;

namespace Kinolux.Media;

/// <summary>Sound as a WAV file of 16-bit samples.</summary>
public static class WaveFile
{
    /// <summary>Writes the sound; what is beyond full scale is clipped.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, SoundBuffer sound)
    {
        using var file = File.Create(path);
        using var writer = new WaveWriter(file, sound.SampleRate, sound.Channels.Count, sound.Length);
        writer.Write([.. sound.Channels.Select(channel => new ReadOnlyMemory<float>(channel))]);
    }

    /// <summary>Reads a whole WAV file of 16-bit samples, also one whose length was not known when it was begun, as tools write it into pipes.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SoundBuffer Read(string path)
    {
        using var reader = new WaveReader(path);
        if (reader.Length > int.MaxValue / 4)
            throw new InvalidDataException("it is longer than what is read whole");
        var sound = new SoundBuffer(reader.SampleRate, reader.Channels, (int)reader.Length);
        reader.Read(0, [.. sound.Channels.Select(channel => channel.AsMemory())]);
        return sound;
    }
}
