using System.Text.RegularExpressions;
using Kinolux.Core.Time;
using Kinolux.Script.Model;
using Kinolux.Script.People;

namespace Kinolux.Previs.Scenes;

/// <summary>Reads a scene of a script as moments: what is said to whom, what is done by whom, how long each takes.</summary>
public static partial class MomentReader
{
    // English speech takes 150 to 160 words a minute; a scene played, pauses and all, about as much as a page a minute.
    private const double WordsPerSecond = 2.6;
    private const double CharactersPerSecond = 4.3;
    private const double AroundSpeech = 0.3;
    private const double LeastAction = 1.5;
    private const double LongestMoment = 6;

    /// <param name="names">The lasting name of each element of the script.</param>
    /// <param name="rate">Frames a second.</param>
    /// <param name="length">How many frames somebody takes to say something; an estimate by words where it is null.</param>
    public static IReadOnlyList<Moment> Of(Cast cast, Scene scene, IReadOnlyList<string> names, Rational rate, Func<string, string, int>? length = null)
    {
        var (script, next) = (cast.Script, 0);
        List<Moment> moments = [];
        var speeches = cast.Speeches.Where(speech => speech.Cue >= scene.First && speech.Cue < scene.End).ToList();
        for (var i = scene.First + 1; i < scene.End; i++)
        {
            var element = script.Elements[i];
            if (element.Kind is ElementKind.Action or ElementKind.General or ElementKind.Lyrics or ElementKind.Dialogue or ElementKind.Shot)
                foreach (var text in Pieces(element.Text))
                    Add(element, names[i], text, speeches.FirstOrDefault(speech => i > speech.Cue && i < speech.End));
        }
        return moments;

        int Frames(double seconds) => Math.Max(1, (int)(rate * new Rational((long)(seconds * 1000), 1000)).Round());

        void Add(ScriptElement element, string name, string text, Speech? speech)
        {
            var seconds = speech is null ? Math.Max(LeastAction, Seconds(text)) : Seconds(text) + AroundSpeech;
            var frames = speech is { Speakers: [var who, ..] } && length is not null ? length(who, text) + Frames(AroundSpeech) : Frames(seconds);
            var range = new FrameRange(next, next + frames - 1);
            next += frames;
            var named = cast.NamedIn(text).Select(person => person.Name).Distinct().ToList();
            if (speech is null)
                moments.Add(new Moment(name, element.Span.Line + 1, text, [], [], named, Doings(text, cast), range));
            else
                moments.Add(new Moment(name, element.Span.Line + 1, text, speech.Speakers, Listeners(speech, speeches), speech.IsVoice ? [] : speech.Speakers, [], range));
        }
    }

    // Whoever spoke last before, else whoever speaks next: that is who people talk to in nearly all of a script.
    private static List<string> Listeners(Speech speech, List<Speech> speeches)
    {
        var at = speeches.IndexOf(speech);
        var other = speeches.Take(at).Reverse().Concat(speeches.Skip(at + 1)).FirstOrDefault(other => !other.IsVoice && other.Speakers.Count == 1 && !speech.Speakers.Contains(other.Speakers[0]));
        return other is null ? [] : [other.Speakers[0]];
    }

    // Where no spaces are written a character is a syllable, and these come faster than words.
    private static double Seconds(string text)
    {
        var characters = text.Count(WordCount.IsUnspaced);
        return (WordCount.Of(text) - characters) / WordsPerSecond + characters / CharactersPerSecond;
    }

    // Sentences, the short ones with the next, so that a cut may come within a long speech.
    private static IEnumerable<string> Pieces(string text)
    {
        var whole = Space().Replace(text, " ").Trim();
        if (whole.Length == 0)
            yield break;
        var piece = "";
        foreach (Match sentence in Sentence().Matches(whole))
        {
            var longer = piece.Length == 0 ? sentence.Value.Trim() : $"{piece} {sentence.Value.Trim()}";
            if (piece.Length > 0 && Seconds(longer) > LongestMoment)
            {
                yield return piece;
                piece = sentence.Value.Trim();
            }
            else
                piece = longer;
        }
        if (piece.Length > 0)
            yield return piece;
    }

    private static List<Doing> Doings(string text, Cast cast)
    {
        List<Doing> doings = [];
        foreach (Match sentence in Sentence().Matches(text))
        {
            var named = cast.NamedIn(sentence.Value).Select(person => person.Name).Distinct().ToList();
            if (named.Count == 0 || Negated().IsMatch(sentence.Value))
                continue;
            foreach (var (kind, verbs) in (ReadOnlySpan<(DoingKind, Regex)>)[(DoingKind.Enter, Enters()), (DoingKind.Exit, Exits()), (DoingKind.Sit, Sits()), (DoingKind.Rise, Rises()), (DoingKind.Walk, Walks())])
                if (verbs.Match(sentence.Value) is { Success: true } verb)
                {
                    // Who is named before the verb does it; who comes after it is whom they go to.
                    var before = cast.NamedIn(sentence.Value[..verb.Index]).Select(person => person.Name).Distinct().ToList();
                    var who = before.Count > 0 ? before : kind is DoingKind.Enter ? named : [];
                    doings.AddRange(who.Select(name => new Doing(name, kind, named.FirstOrDefault(other => !who.Contains(other)))));
                    break;
                }
        }
        return doings;
    }

    [GeneratedRegex(@"[^.!?…。！？]+(?:[.!?…。！？]+[""'”’)]*|$)")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\b(?:not|never|nobody|almost|nearly|about to|wants to|tries to|refuses to|doesn['’]t|don['’]t|didn['’]t)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Negated();

    [GeneratedRegex(@"\b(?:enters?|arrives?|appears?|emerges?|(?:comes?|walks?|steps?|runs?|rushes|bursts?|storms?|strides?|hurries|stumbles?|slips?) (?:in|inside|into|through))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Enters();

    [GeneratedRegex(@"\b(?:exits?|leaves|(?:goes|walks?|steps?|runs?|rushes|storms?|strides?|hurries|stumbles?|slips?) (?:out|off|away|outside)|disappears?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Exits();

    [GeneratedRegex(@"\b(?:sits?|is seated|are seated|is sitting|are sitting|takes? a seat|slumps? (?:down|into))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Sits();

    [GeneratedRegex(@"\b(?:rises?|stands? up|gets? up|gets? to (?:his|her|their) feet|jumps? up)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Rises();

    [GeneratedRegex(@"\b(?:walks?|crosses|goes|runs?|rushes|steps?|moves?|approaches|strides?|hurries) (?:to|towards?|over|up|across)\b|\bapproaches\b", RegexOptions.IgnoreCase)]
    private static partial Regex Walks();
}
