using System.Text;

namespace Kinolux.Previs.Voices;

/// <summary>
/// One voice for each person, drawn from the name: the same each time, and another one than everyone else's in the cast as long as there are any. What a description says of sex and age narrows the choice; what it does not say is not
/// guessed at, the voice is then any.
/// </summary>
public static class VoiceCast
{
    private static readonly string[] Female = ["f1", "f2", "f3", "f4", "f5"];
    private static readonly string[] Male = ["m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8"];
    private static readonly int[] Pitches = [50, 40, 60, 45, 55, 35, 65];
    private static readonly int[] Speeds = [165, 155, 175];

    /// <summary>Voices by name, of espeak-ng. Those of the same name are one person.</summary>
    public static IReadOnlyDictionary<string, Voice> Of(IEnumerable<Speaker> speakers)
    {
        var voices = new Dictionary<string, Voice>();
        var taken = new HashSet<string>();
        // In the order of their draws: who comes later moves few of those who were there.
        foreach (var speaker in speakers.DistinctBy(speaker => speaker.Name).OrderBy(speaker => Draw(speaker.Name, 0)).ThenBy(speaker => speaker.Name, StringComparer.Ordinal))
            voices[speaker.Name] = Choose(speaker, taken);
        return voices;
    }

    private static Voice Choose(Speaker speaker, HashSet<string> taken)
    {
        var names = speaker.Sex switch { VoiceSex.Female => Female, VoiceSex.Male => Male, _ => [.. Female, .. Male] };
        var first = (int)(Draw(speaker.Name, 1) % (uint)names.Length);
        var pitch = (int)(Draw(speaker.Name, 2) % (uint)Pitches.Length);
        var speed = Speeds[Draw(speaker.Name, 3) % (uint)Speeds.Length];
        Voice? any = null;
        // Another throat first, then the same at another pitch.
        for (var i = 0; i < names.Length * Pitches.Length; i++)
        {
            var voice = Aged(new Voice(Voice.Espeak, names[(first + i) % names.Length], Pitches[(pitch + i / names.Length) % Pitches.Length], speed), speaker.Age);
            any ??= voice;
            if (i < names.Length ? taken.Add(voice.Name) : taken.Add($"{voice.Name} {voice.Pitch}"))
            {
                taken.Add($"{voice.Name} {voice.Pitch}");
                return voice;
            }
        }
        return any ?? new Voice(Voice.Espeak, names[0]);
    }

    private static Voice Aged(Voice voice, VoiceAge age) => age switch
    {
        VoiceAge.Child => voice with { Pitch = Math.Min(99, voice.Pitch + 32), Speed = voice.Speed + 5 },
        VoiceAge.Young => voice with { Pitch = voice.Pitch + 8, Speed = voice.Speed + 5 },
        VoiceAge.Old => voice with { Pitch = voice.Pitch - 12, Speed = voice.Speed - 25 },
        _ => voice,
    };

    // FNV-1a of the name as it is written in capitals, mixed once more: the same on every machine.
    private static uint Draw(string name, uint what)
    {
        var hash = 2166136261u;
        foreach (var letter in Encoding.UTF8.GetBytes(name.Trim().ToUpperInvariant()))
            hash = (hash ^ letter) * 16777619u;
        return SoundNoise.Mix(hash + what * 0x9E3779B9u);
    }
}
