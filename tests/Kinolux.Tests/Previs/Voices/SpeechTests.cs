using Kinolux.Core.Faults;
using Kinolux.Core.Processes;
using Kinolux.Core.Time;
using Kinolux.Previs.Voices;

namespace Kinolux.Tests.Previs.Voices;

/// <summary>Lines that are spoken: the same each time, kept, and timed where nobody can speak them.</summary>
public sealed class SpeechTests
{
    private static readonly Voice Anna = new(Voice.Espeak, "f3", 55, 160);
    private static readonly Rational Film = new(24, 1);

    [Theory]
    [InlineData("Where have you been? I waited.", "en-us")]
    [InlineData("你好，我是李雷。", "cmn")]
    [InlineData("Ich weiß es nicht.", "de")]
    [InlineData("<speak>Hi</speak> [[h@l]] \u0001 $(ls) -w x", "en-us")]
    public void A_line_is_the_same_bytes_each_time(string text, string language)
    {
        NeedVoice();
        using var folder = new TemporaryFolder();
        var sounds = new[] { "a", "b" }.Select(name => new Speech(folder.File(name)).Say(new SpokenLine("ANNA", text), Anna, language, TestContext.Current.CancellationToken)).ToList();
        Assert.Equal(Files(folder.File("a")), Files(folder.File("b")));
        Assert.Equal(sounds[0].Pieces.Select(piece => (piece.At, piece.Length)), sounds[1].Pieces.Select(piece => (piece.At, piece.Length)));
        Assert.InRange(sounds[0].Samples, 10_000, 500_000);
        Assert.False(sounds[0].IsSilent);
    }

    [Fact]
    public void A_changed_sentence_costs_that_sentence()
    {
        NeedVoice();
        using var folder = new TemporaryFolder();
        var speech = new Speech(folder.Path);
        speech.Say(new SpokenLine("ANNA", "One is here. Two is there."), Anna, "en-us", TestContext.Current.CancellationToken);
        var before = Directory.GetFiles(folder.Path);
        speech.Say(new SpokenLine("ANNA", "One is here. Three is there."), Anna, "en-us", TestContext.Current.CancellationToken);
        Assert.Equal(before.Length + 1, Directory.GetFiles(folder.Path).Length);
        // What was damaged is made again.
        var whole = File.ReadAllBytes(before[0]);
        foreach (var damaged in new[] { whole[..1000], [], [.. whole[..10], 9, 9, 9] })
        {
            File.WriteAllBytes(before[0], damaged);
            speech.Say(new SpokenLine("ANNA", "One is here. Two is there."), Anna, "en-us", TestContext.Current.CancellationToken);
            Assert.Equal(whole, File.ReadAllBytes(before[0]));
        }
    }

    [Fact]
    public void Every_voice_of_a_cast_sounds_otherwise()
    {
        NeedVoice();
        using var folder = new TemporaryFolder();
        var lines = VoiceCast.Of(Enumerable.Range(1, 13).Select(number => new Speaker($"P{number}"))).Select(one => (new SpokenLine(one.Key, "Good morning."), one.Value)).ToList();
        var sounds = new Speech(folder.Path).Say(lines, "en-us", cancel: TestContext.Current.CancellationToken);
        Assert.Equal(13, sounds.Select(sound => Convert.ToHexString(File.ReadAllBytes(sound.Pieces[0].File ?? ""))).Distinct().Count());
    }

    [Fact]
    public void A_speech_of_ten_thousand_words_is_spoken()
    {
        NeedVoice();
        using var folder = new TemporaryFolder();
        var sound = new Speech(folder.Path).Say(new SpokenLine("ANNA", string.Concat(Enumerable.Repeat("I never said that she took it, not to you. ", 1000))), Anna, "en-us", TestContext.Current.CancellationToken);
        Assert.Equal(1000, sound.Pieces.Count);
        // The same sentence is made once.
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Without_a_program_a_line_is_silent_as_long_as_it_takes()
    {
        using var folder = new TemporaryFolder();
        var speech = new Speech(folder.Path) { Program = "espeak-ng-that-is-absent" };
        var sound = speech.Say(new SpokenLine("ANNA", "Where have you been? (beat) I waited for you."), Anna, "en-us", TestContext.Current.CancellationToken);
        Assert.True(sound.IsSilent);
        Assert.Equal(["espeak-ng-that-is-absent"], speech.Missing);
        Assert.Equal(SpeechEstimate.Seconds(sound.Line.Text, Anna.Speed), sound.Samples / 48000.0, 0.001);
        var mouth = MouthTrack.Of(DialogueTiming.Lay([sound], Film)[0], Film);
        Assert.Equal(sound.Frames(Film), mouth.Count);
        Assert.Contains(mouth, open => open > 0.3);
    }

    [Fact]
    public void What_is_estimated_is_near_what_is_spoken()
    {
        NeedVoice();
        using var folder = new TemporaryFolder();
        const string Text = "I came back for the letters. Nobody had touched them, and the lamp was still on the table where you left it.";
        var sound = new Speech(folder.Path).Say(new SpokenLine("ANNA", Text), Anna, "en-us", TestContext.Current.CancellationToken);
        Assert.InRange(sound.Samples / 48000.0 / SpeechEstimate.Seconds(Text, Anna.Speed), 0.6, 1.6);
    }

    [Fact]
    public void A_recording_takes_the_voices_place()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is missing");
        using var folder = new TemporaryFolder();
        Tool.Run("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "sine=frequency=300:duration=1.5:sample_rate=44100", "-af", "volume=0.1", folder.File("me.flac")], TestContext.Current.CancellationToken);
        var sound = new Speech(folder.File("kept")).Say(new SpokenLine("ANNA", "Whatever.") { Recording = folder.File("me.flac"), Parenthetical = "(beat)" }, Anna, "en-us", TestContext.Current.CancellationToken);
        Assert.Equal(38400, Assert.Single(sound.Pieces).At);
        Assert.Equal(38400 + 72000, sound.Samples);
        Assert.True(sound.Pieces[0].Gain > 1);
        File.WriteAllText(folder.File("bad.wav"), "no sound");
        foreach (var path in new[] { "bad.wav", "absent.wav" })
            Assert.Equal("KX1582", Assert.Throws<FaultException>(() => new Speech(folder.File("kept")).Say(new SpokenLine("ANNA", "x") { Recording = folder.File(path) }, Anna, "en-us", TestContext.Current.CancellationToken)).Fault.Code);
        Assert.Single(Directory.GetFiles(folder.File("kept")));
    }

    [Theory]
    [InlineData(Voice.Flite, "slt", "flite")]
    [InlineData(Voice.Festival, "cmu_us_slt_arctic_hts", "text2wave")]
    public void Another_program_speaks_where_it_is_installed(string engine, string name, string program)
    {
        Assert.SkipUnless(File.Exists($"/usr/bin/{program}") && (engine == Voice.Flite || Directory.Exists("/usr/share/festival/voices/us/cmu_us_slt_arctic_hts")), $"{program} or its voice is not installed");
        using var folder = new TemporaryFolder();
        var sounds = new[] { "a", "b" }.Select(part => new Speech(folder.File(part)).Say(new SpokenLine("ANNA", "Good morning, my friend."), new Voice(engine, name), "en-us", TestContext.Current.CancellationToken)).ToList();
        Assert.InRange(sounds[0].Samples, 30_000, 200_000);
        Assert.Equal(Files(folder.File("a")), Files(folder.File("b")));
    }

    [Fact]
    public void A_voice_that_is_not_installed_is_a_fault()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/flite"), "flite is not installed");
        using var folder = new TemporaryFolder();
        Assert.Equal("KX1581", Assert.Throws<FaultException>(() => new Speech(folder.Path).Say(new SpokenLine("ANNA", "Hi."), new Voice(Voice.Flite, "no-such-voice"), "en-us", TestContext.Current.CancellationToken)).Fault.Code);
    }

    internal static void NeedVoice() => Assert.SkipUnless(Tools.Has("espeak-ng", "--version"), "espeak-ng is missing");

    private static List<string> Files(string folder) => [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(path => $"{Path.GetFileName(path)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))}")];
}
