using Kinolux.Core.Processes;
using Kinolux.Core.Sound;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Tests.TestSupport;

namespace Kinolux.Tests.Media;

public sealed class WaveFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Time_is_exact()
    {
        var sound = new SoundBuffer(48000, 2, 96001);
        Assert.Equal(new Rational(96001, 48000), sound.Duration);
        Assert.Equal(2002, sound.SampleAt(new Rational(1001, 24000)));
        Assert.Equal(2003, sound.SampleAt(new Rational(100101, 2400000)));
    }

    [Fact]
    public void Ffmpeg_reads_back_the_samples_that_were_written()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        var sound = new SoundBuffer(8000, 2, 3);
        (sound.Channels[0][0], sound.Channels[0][1], sound.Channels[0][2]) = (0.5f, -1, 2);
        (sound.Channels[1][0], sound.Channels[1][1], sound.Channels[1][2]) = (0, 1, -2);
        WaveFile.Write(_folder.File("a.wav"), sound);
        Tool.Run("ffmpeg", ["-v", "error", "-i", _folder.File("a.wav"), "-f", "s16le", _folder.File("a.raw")]);
        var samples = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(File.ReadAllBytes(_folder.File("a.raw"))).ToArray();
        Assert.Equal([16384, 0, -32767, 32767, 32767, -32767], samples.Select(sample => (int)sample));
    }
}
