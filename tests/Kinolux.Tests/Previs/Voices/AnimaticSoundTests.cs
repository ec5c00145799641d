using System.Globalization;
using System.Text.RegularExpressions;
using Kinolux.Core.Processes;
using Kinolux.Core.Sound;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Previs.Voices;

namespace Kinolux.Tests.Previs.Voices;

/// <summary>The sound under the picture: exactly as long, in its place to the sample, never clipped.</summary>
public sealed class AnimaticSoundTests
{
    private static readonly Rational Film = new(24, 1);
    private static readonly Rational Ntsc = new(30000, 1001);

    [Theory]
    [InlineData(24, 1, 100, 200_000)]
    [InlineData(24000, 1001, 100, 200_200)]
    [InlineData(30000, 1001, 1, 1602)]
    [InlineData(30000, 1001, 1799, 2_881_278)]
    [InlineData(25, 1, 1, 1920)]
    [InlineData(24, 1, 0, 0)]
    public void It_lasts_as_long_as_its_frames_rounded_once(long numerator, long denominator, long frames, long samples)
    {
        using var folder = new TemporaryFolder();
        var report = new AnimaticSound(frames, new Rational(numerator, denominator), [], [], []).Write(folder.File("a.wav"), TestContext.Current.CancellationToken);
        Assert.Equal(samples, report.Samples);
        using var reader = new WaveReader(folder.File("a.wav"));
        Assert.Equal((samples, 48000, 2, false), (reader.Length, reader.SampleRate, reader.Channels, reader.IsCut));
    }

    [Fact]
    public void A_line_begins_at_its_very_sample_also_across_the_blocks_of_the_mix()
    {
        using var folder = new TemporaryFolder();
        var click = new SoundBuffer(48000, 1, 100_000);
        Array.Fill(click.Channels[0], 0.25f);
        WaveFile.Write(folder.File("click.wav"), click);
        var line = DialogueTiming.Lay([new SpokenSound(new SpokenLine("A", "x"), [new SoundPiece(folder.File("click.wav"), 5, 100_000)], 100_005)], Ntsc, first: 77)[0];
        new AnimaticSound(300, Ntsc, [line], [], []).Write(folder.File("a.wav"), TestContext.Current.CancellationToken);
        var sound = WaveFile.Read(folder.File("a.wav"));
        var first = (int)AnimaticSound.SampleAt(77, Ntsc) + 5;
        Assert.Equal(123_328, first);
        for (var i = 0; i < sound.Length; i++)
            Assert.Equal(i >= first && i < first + 100_000 ? 0.25f * 0.7071f : 0, sound.Channels[i % 2][i], 1e-4f);
    }

    [Fact]
    public void Twenty_voices_at_once_do_not_clip()
    {
        using var folder = new TemporaryFolder();
        var loud = new SoundBuffer(48000, 1, 48000);
        for (var i = 0; i < 48000; i++)
            loud.Channels[0][i] = MathF.Sin(i * 0.05f) * 0.5f;
        WaveFile.Write(folder.File("loud.wav"), loud);
        var cues = Enumerable.Range(0, 20).Select(_ => new SoundCue(new SoundPiece(folder.File("loud.wav"), 0, 48000), 0)).ToList();
        var report = new AnimaticSound(24, Film, [], [], cues).Write(folder.File("a.wav"), TestContext.Current.CancellationToken);
        Assert.InRange(report.Peak, 0.7f, 0.97f);
    }

    [Fact]
    public void A_place_has_one_air_wherever_its_shots_are_and_the_same_on_every_run()
    {
        using var folder = new TemporaryFolder();
        RoomTone[] Air(params int[] cuts) => [.. cuts.Zip(cuts.Skip(1), (first, end) => new RoomTone("EXT. HARBOUR", true, false, new FrameRange(first, end - 1)))];
        new AnimaticSound(240, Film, [], Air(0, 240), []).Write(folder.File("one.wav"), TestContext.Current.CancellationToken);
        new AnimaticSound(240, Film, [], Air(0, 240), []).Write(folder.File("again.wav"), TestContext.Current.CancellationToken);
        new AnimaticSound(240, Film, [], Air(0, 100, 240), []).Write(folder.File("cut.wav"), TestContext.Current.CancellationToken);
        Assert.Equal(File.ReadAllBytes(folder.File("one.wav")), File.ReadAllBytes(folder.File("again.wav")));
        var (one, cut) = (WaveFile.Read(folder.File("one.wav")), WaveFile.Read(folder.File("cut.wav")));
        var edge = 100 * 2000;
        for (var i = 0; i < one.Length; i++)
            if (Math.Abs(i - edge) > 500)
                Assert.Equal(one.Channels[0][i], cut.Channels[0][i]);
        Assert.NotEqual(one.Channels[0], one.Channels[1]);
    }

    [Theory]
    [InlineData(false, false, -58)]
    [InlineData(true, false, -54)]
    [InlineData(true, true, -58)]
    public void Air_is_low(bool exterior, bool night, double level)
    {
        using var folder = new TemporaryFolder();
        new AnimaticSound(24 * 20, Film, [], [new RoomTone("A ROOM", exterior, night, new FrameRange(0, 24 * 20 - 1))], []).Write(folder.File("a.wav"), TestContext.Current.CancellationToken);
        var samples = WaveFile.Read(folder.File("a.wav")).Channels[0];
        Assert.Equal(level, 10 * Math.Log10(samples.Average(sample => (double)sample * sample)), 3.0);
    }

    [Fact]
    public void A_dialogue_has_the_loudness_of_a_programme_by_another_meter_too()
    {
        SpeechTests.NeedVoice();
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is missing");
        using var folder = new TemporaryFolder();
        var cast = VoiceCast.Of([new Speaker("ANNA", VoiceSex.Female), new Speaker("BEN", VoiceSex.Male)]);
        string[] texts = ["Where have you been? I waited the whole night.", "On the pier. Nobody came.", "You could have called me.", "With what? They took everything, the boat and the money."];
        var sounds = new Speech(folder.File("kept")).Say([.. texts.Select((text, i) => (new SpokenLine(i % 2 == 0 ? "ANNA" : "BEN", text), cast[i % 2 == 0 ? "ANNA" : "BEN"]))], "en-us", cancel: TestContext.Current.CancellationToken);
        var lines = DialogueTiming.Lay(sounds, Film, 12);
        var frames = lines[^1].Frames.Last + 13;
        var report = new AnimaticSound(frames, Film, lines, [new RoomTone("INT. KITCHEN", false, true, new FrameRange(0, frames - 1))], []).Write(folder.File("a.wav"), TestContext.Current.CancellationToken);
        Assert.True(report.Loudness is > -24.5 and < -21.5, $"{report.Loudness} LUFS, peak {report.Peak}; {string.Join(' ', sounds.SelectMany(sound => sound.Pieces).Select(piece => WaveFile.Read(piece.File ?? "").Channels[0].Max()))}");
        Assert.True(report.Peak < 0.97);
        var peer = Tool.Run("ffmpeg", ["-hide_banner", "-nostats", "-i", folder.File("a.wav"), "-af", "ebur128", "-f", "null", "-"], TestContext.Current.CancellationToken).ErrorTail;
        Assert.Equal(double.Parse(Regex.Matches(peer, @"I:\s+(-?[\d.]+) LUFS")[^1].Groups[1].Value, CultureInfo.InvariantCulture), report.Loudness ?? 0, 0.15);
        // Mouths are open while it is said, and closed before and behind.
        var mouth = MouthTrack.Of(lines[0], Film);
        Assert.Equal(lines[0].Frames.Count, mouth.Count);
        Assert.All(mouth, open => Assert.InRange(open, 0, 1));
        Assert.Contains(mouth, open => open > 0.4f);
        Assert.Contains(mouth, open => open < 0.05f);
    }

    [Fact]
    public void Lines_follow_each_other_as_people_answer()
    {
        SpokenSound Of(string who, string text, bool dual = false, double wait = 0) => new(new SpokenLine(who, text) { IsDual = dual, Wait = wait }, [], 48000);
        var lines = DialogueTiming.Lay([Of("A", "Where?"), Of("B", "Here--"), Of("A", "No, I..."), Of("B", "What?"), Of("C", "What?", dual: true), Of("C", "Well.", wait: 2)], Film);
        Assert.Equal([(0, 23), (30, 53), (54, 77), (95, 118), (95, 118), (178, 201)], lines.Select(line => (line.Frames.First, line.Frames.Last)));
    }
}
