using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Sound;
using Kinolux.Media;

namespace Kinolux.Previs.Voices;

/// <summary>
/// Makes lines sound, and keeps every sentence in a folder under what it is made of (text, voice, language, the program's version): the same text with the same voice is the same file, bit for bit, and is not made again.
/// Where the program that speaks is not installed a line is silent and as long as it would take: see <see cref="Missing"/>.
/// </summary>
/// <param name="folder">Where sounds are kept; it is made.</param>
public sealed class Speech(string folder)
{
    // Raised when the same words would sound otherwise.
    private const string Form = "1";

    private static readonly (string Words, float Gain)[] Deliveries = [("whisper|whispers|whispering|sotto|under his breath|under her breath|softly|quietly|leise", 0.5f), ("shouts|shouting|yells|yelling|screams|screaming|shout|yell|schreit", 1.5f)];

    private readonly ConcurrentDictionary<string, string?> _versions = new();

    /// <summary>Another program in espeak-ng's place, for tests.</summary>
    internal string Program { get; init; } = Voice.Espeak;

    /// <summary>Programs of which a voice was asked for and which are not installed: their lines are silent.</summary>
    public IReadOnlyList<string> Missing => [.. _versions.Where(one => one.Value is null).Select(one => one.Key).Order(StringComparer.Ordinal)];

    /// <summary>Makes lines sound, several at a time.</summary>
    /// <param name="language">The script's, for lines that do not say otherwise by their letters.</param>
    /// <param name="done">Called behind every line.</param>
    /// <exception cref="FaultException">KX1580: no such voice; KX1581: a voice failed; KX1582: a recording cannot be read.</exception>
    public IReadOnlyList<SpokenSound> Say(IReadOnlyList<(SpokenLine Line, Voice Voice)> lines, string language, Action? done = null, CancellationToken cancel = default)
    {
        var sounds = new SpokenSound[lines.Count];
        try
        {
            Parallel.For(0, lines.Count, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            {
                sounds[i] = Say(lines[i].Line, lines[i].Voice, language, cancel);
                done?.Invoke();
            });
        }
        catch (AggregateException several) when (several.InnerExceptions.OfType<FaultException>().FirstOrDefault() is { } fault)
        {
            throw new FaultException(fault.Fault, several);
        }
        return sounds;
    }

    /// <inheritdoc cref="Say(IReadOnlyList{ValueTuple{SpokenLine, Voice}}, string, Action?, CancellationToken)"/>
    public SpokenSound Say(SpokenLine line, Voice voice, string language, CancellationToken cancel = default)
    {
        voice.Check();
        var gain = GainOf(line.Parenthetical);
        var pieces = new List<SoundPiece>();
        var at = Samples(SpokenText.PauseOf(line.Parenthetical));
        if (line.Recording is { Length: > 0 } recording)
        {
            var piece = Recording(recording, 1, cancel);
            return new SpokenSound(line, [piece with { At = at, Gain = piece.Gain }], at + piece.Length);
        }
        var spoken = SpokenLanguage.Of(line.Text, language);
        foreach (var (text, pause) in SpokenText.Pieces(line.Text))
        {
            if (text.Length > 0)
            {
                var file = Made(text, voice, spoken, cancel);
                pieces.Add(new SoundPiece(file, at, file is null ? Samples(SpeechEstimate.Of(text, voice.Speed)) : LengthOf(file), gain));
                at += pieces[^1].Length;
            }
            at += Samples(pause);
        }
        return new SpokenSound(line, pieces, at);
    }

    /// <summary>A recording or music as a piece of sound, as loud as speech is.</summary>
    /// <param name="channels">1, or 2 for what is to stay stereo.</param>
    /// <exception cref="FaultException">KX1582: it cannot be read, or is silent.</exception>
    public SoundPiece Recording(string path, int channels = 2, CancellationToken cancel = default)
    {
        string seal;
        try
        {
            seal = WholeFile.Hash(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw FaultException.Of("KX1582", cause, ("file", path), ("why", cause.Message));
        }
        var file = Kept($"recording {Form} {channels} {seal}", output =>
        {
            if (SoundFile.ToWave(path, output, channels, cancel) is { } why)
                throw FaultException.Of("KX1582", ("file", path), ("why", why));
        });
        using var reader = new WaveReader(file);
        if (reader.Length == 0)
            throw FaultException.Of("KX1582", ("file", path), ("why", "it has no sound"));
        return new SoundPiece(file, 0, reader.Length, SpeechLevel.GainOf(reader));
    }

    // A sentence at 48 kHz, as loud as the others; null where nobody can say it.
    private string? Made(string text, Voice voice, string language, CancellationToken cancel)
    {
        var program = voice.Engine == Voice.Espeak ? Program : voice.Engine;
        if (_versions.GetOrAdd(program, Synthesiser.Version) is not { } version)
            return null;
        return Kept($"speech {Form}\n{version}\n{voice}\n{language}\n{text}", output =>
        {
            var raw = output + ".raw";
            try
            {
                Synthesiser.Say(program, voice, language, text, raw, cancel);
                var sound = WaveFile.Read(raw);
                var samples = Resampler.Run(sound.Channels[0], sound.SampleRate, SpokenSound.SampleRate);
                var level = new SoundBuffer(SpokenSound.SampleRate, 1, samples.Length);
                var gain = SpeechLevel.GainOf(samples);
                for (var i = 0; i < samples.Length; i++)
                    level.Channels[0][i] = samples[i] * gain;
                WaveFile.Write(output, level);
            }
            catch (InvalidDataException cause)
            {
                throw FaultException.Of("KX1581", cause, ("voice", voice.ToString()), ("why", cause.Message));
            }
            finally
            {
                File.Delete(raw);
            }
        });
    }

    // Whoever is second to make the same makes the same.
    private string Kept(string key, Action<string> make)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];
        var path = Path.Combine(folder, name + ".wav");
        if (File.Exists(path) && IsWhole(path))
            return path;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $"{name}.{Guid.NewGuid().ToString("N")[..8]}.tmp");
        try
        {
            make(temporary);
            AtomicFile.Place(temporary, path, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DiskFault.Of(path, cause);
        }
        finally
        {
            File.Delete(temporary);
        }
        return path;
    }

    // What is kept may have been damaged since.
    private static bool IsWhole(string path)
    {
        try
        {
            using var reader = new WaveReader(path);
            return !reader.IsCut && reader.SampleRate == SpokenSound.SampleRate && reader.Channels is 1 or 2;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static long LengthOf(string file)
    {
        using var reader = new WaveReader(file);
        return reader.Length;
    }

    private static float GainOf(string parenthetical)
    {
        var text = parenthetical.ToLowerInvariant();
        foreach (var (words, gain) in Deliveries)
            if (words.Split('|').Any(word => text.Contains(word, StringComparison.Ordinal)))
                return gain;
        return 1;
    }

    private static long Samples(double seconds) => (long)Math.Round(seconds * SpokenSound.SampleRate);
}
