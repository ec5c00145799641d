using Kinolux.Core.Time;
using Kinolux.Previs.Scenes;
using Kinolux.Previs.Voices;
using Kinolux.Previs.Works;
using Kinolux.Script.People;
using Speech = Kinolux.Previs.Voices.Speech;

namespace Kinolux.Previs.Animatics;

/// <summary>The voices of a script's people, and the sound of its scenes.</summary>
public sealed class SpokenScript
{
    private readonly Speech _speech;
    private readonly IReadOnlyDictionary<string, Voice> _voices;
    private readonly string _language;
    private readonly CancellationToken _cancel;

    /// <param name="folder">Where sentences are kept that were spoken once.</param>
    public SpokenScript(string folder, Cast cast, Rational rate, CancellationToken cancel)
    {
        (_speech, Rate, _cancel) = (new Speech(folder), rate, cancel);
        _voices = VoiceCast.Of(cast.Persons.Select(person => Speaker.Of(person.Name, Introduction.Of(cast, person.Name))));
        _language = SpokenLanguage.Of(cast.Script.Source);
    }

    /// <summary>Frames a second.</summary>
    public Rational Rate { get; }

    /// <summary>Programs that speak and are not installed: their lines are silent.</summary>
    public IReadOnlyList<string> Missing => _speech.Missing;

    /// <summary>How many frames somebody takes to say something.</summary>
    public int Frames(string who, string text) => (int)Say(who, text).Frames(Rate);

    /// <summary>Writes the sound of scenes as WAV, as long as their shots to the sample.</summary>
    /// <exception cref="Core.Faults.FaultException">KX1583: it is longer than a WAV file can be; KX4001, KX4101: the disk refuses.</exception>
    public SoundReport Write(string path, IReadOnlyList<CutScene> scenes)
    {
        List<PlacedLine> lines = [];
        List<RoomTone> air = [];
        var at = 0;
        foreach (var plan in scenes.Select(scene => scene.Plan).Where(plan => plan.Frames > 0))
        {
            air.Add(new RoomTone(plan.Set.Kind, !plan.Set.Inside, plan.Time == "night", new FrameRange(at, at + plan.Frames - 1)));
            foreach (var moment in plan.Moments.Where(moment => moment.IsSpeech))
                lines.Add(new PlacedLine(Say(moment.Speakers[0], moment.Text), new FrameRange(at + moment.Frames.First, at + moment.Frames.Last)));
            at += plan.Frames;
        }
        return new AnimaticSound(at, Rate, lines, air, []).Write(path, _cancel);
    }

    private SpokenSound Say(string who, string text) => _speech.Say(new SpokenLine(who, text), _voices[who], _language, _cancel);
}
