using Kinolux.Core.Sound;
using Kinolux.Media;

namespace Kinolux.Tests.Media;

public sealed class WaveReaderTests
{
    [Fact]
    public void Sound_comes_back_to_half_a_step_of_16_bits()
    {
        using var folder = new TemporaryFolder();
        var sound = Sound();
        WaveFile.Write(folder.File("a.wav"), sound);
        var back = WaveFile.Read(folder.File("a.wav"));
        Assert.Equal((44100, 2, 1000), (back.SampleRate, back.Channels.Count, back.Length));
        for (var i = 0; i < 1000; i++)
            Assert.Equal(Math.Clamp(sound.Channels[i % 2][i], -1, 1), back.Channels[i % 2][i], 0.5f / 32767 + 1e-6f);
    }

    [Fact]
    public void Any_place_can_be_read_and_beyond_the_ends_is_silence()
    {
        using var folder = new TemporaryFolder();
        WaveFile.Write(folder.File("a.wav"), Sound());
        var whole = WaveFile.Read(folder.File("a.wav"));
        using var reader = new WaveReader(folder.File("a.wav"));
        foreach (var first in new[] { -2000, -30, 0, 500, 960, 1000, 5000 })
        {
            var (left, right) = (new float[100], new float[100]);
            Array.Fill(left, 9);
            reader.Read(first, [left, right]);
            for (var i = 0; i < 100; i++)
                Assert.Equal(first + i is >= 0 and < 1000 ? (whole.Channels[0][first + i], whole.Channels[1][first + i]) : (0, 0), (left[i], right[i]));
        }
    }

    [Fact]
    public void A_file_whose_length_was_not_known_or_that_has_more_in_it_is_read()
    {
        using var folder = new TemporaryFolder();
        WaveFile.Write(folder.File("a.wav"), Sound());
        var bytes = File.ReadAllBytes(folder.File("a.wav"));
        byte[] pipe = [.. bytes[..40], 0, 0xF0, 0xFF, 0x7F, .. bytes[44..]];
        byte[] more = [.. bytes[..36], .. "LIST"u8, 3, 0, 0, 0, 1, 2, 3, 0, .. bytes[36..]];
        foreach (var (other, cut) in new[] { (pipe, true), (more, false) })
        {
            File.WriteAllBytes(folder.File("b.wav"), other);
            using var reader = new WaveReader(folder.File("b.wav"));
            Assert.Equal((1000L, cut), (reader.Length, reader.IsCut));
            Assert.Equal(WaveFile.Read(folder.File("a.wav")).Channels[1], WaveFile.Read(folder.File("b.wav")).Channels[1]);
        }
    }

    [Fact]
    public void Damaged_files_are_read_or_refused_and_never_anything_else()
    {
        using var folder = new TemporaryFolder();
        WaveFile.Write(folder.File("a.wav"), Sound());
        var whole = File.ReadAllBytes(folder.File("a.wav"));
        var refused = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            File.WriteAllBytes(folder.File("b.wav"), seed == 0 ? new byte[100_000] : new ByteDamage(seed).Of(whole[..(seed % 2 == 0 ? 60 : whole.Length)]));
            try
            {
                WaveFile.Read(folder.File("b.wav"));
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }
        Assert.True(refused > 20);
    }

    private static SoundBuffer Sound()
    {
        var sound = new SoundBuffer(44100, 2, 1000);
        for (var i = 0; i < 1000; i++)
            (sound.Channels[0][i], sound.Channels[1][i]) = (MathF.Sin(i * 0.1f) * 1.1f, MathF.Cos(i * 0.07f));
        return sound;
    }
}
