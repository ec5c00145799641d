using System.Globalization;
using Kinolux.Core.Review;
using Kinolux.Script.Model;
using Kinolux.Script.People;

namespace Kinolux.Script.Continuity.Reading;

/// <summary>A script as the rules read it: scenes with their times and people, action in sentences.</summary>
internal sealed class LintedScript
{
    // Of English about 45 words in 100 are among these, of its neighbours under 10.
    private const double EnglishShare = 0.2;
    private const int EnoughWords = 2000;

    private static readonly HashSet<string> English =
    [
        "the", "and", "of", "to", "that", "you", "it", "is", "for", "with", "this", "have", "what", "are", "not", "my", "your", "his", "her", "they", "but", "i", "be", "from", "she", "he", "who", "how", "don't", "it's", "i'm", "you're",
        "thou", "thy", "shall", "will", "would", "at", "by", "we", "our", "can", "me", "him", "them", "their", "there", "on", "as", "a", "an", "just", "know", "if", "out", "up", "been", "were", "had", "has", "into", "in",
    ];

    private readonly int[] _scenes;
    private readonly Dictionary<string, int> _persons = [];
    private readonly Dictionary<int, int> _speeches = [];
    private readonly Dictionary<int, List<Sentence>> _ofElement = [];
    private List<Speech>[]? _ofPerson;
    private Dictionary<string, int>? _counts;

    public LintedScript(Screenplay script, Cast cast)
    {
        (Script, Cast) = (script, cast);
        for (var i = 0; i < cast.Persons.Count; i++)
            _persons.TryAdd(cast.Persons[i].Name, i);
        Tokens = new Tokens(cast.Persons);
        _scenes = new int[script.Elements.Count];
        Array.Fill(_scenes, -1);
        foreach (var scene in script.Scenes)
            Array.Fill(_scenes, scene.Index, scene.First, scene.End - scene.First);
        Scenes = [.. script.Scenes.Select(scene => new LintedScene(scene, HeadingTime.Of(Tokens.Of(scene.Heading.Text))))];
        for (var i = 0; i < cast.Speeches.Count; i++)
            _speeches[cast.Speeches[i].Cue] = i;
        Sentences = Read(out var isEnglish);
        IsEnglish = isEnglish;
        Meet();
        StoryTime.Of(this);
        Marks = StoryMarks.Of(this);
    }

    public Screenplay Script { get; }

    public Cast Cast { get; }

    public Tokens Tokens { get; }

    public IReadOnlyList<LintedScene> Scenes { get; }

    /// <summary>All sentences of action, in order.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>False where it is in another language, whose words no rule knows.</summary>
    public bool IsEnglish { get; }

    /// <summary>What notes mark, in order.</summary>
    public IReadOnlyList<StoryMark> Marks { get; }

    public ScriptElement this[int element] => Script.Elements[element];

    /// <summary>The index of an element's scene; -1 before the first.</summary>
    public int SceneOf(int element) => _scenes[element];

    /// <summary>The scene of an element, for people.</summary>
    public string Where(int element) => _scenes[element] is >= 0 and var scene ? Scenes[scene].Name : "before the first scene";

    /// <summary>The indexes of those who say a speech.</summary>
    public IEnumerable<int> SpeakersOf(Speech speech)
    {
        foreach (var name in speech.Speakers)
            if (_persons.TryGetValue(name, out var person))
                yield return person;
    }

    /// <summary>Who speaks below a cue; -1 where that is nobody or several.</summary>
    public int SpeakerAt(int cue) => _speeches.TryGetValue(cue, out var speech) && Cast.Speeches[speech].Speakers is [var only] ? _persons.GetValueOrDefault(only, -1) : -1;

    /// <summary>The speeches of a person, in order.</summary>
    public IReadOnlyList<Speech> SpeechesOf(int person)
    {
        if (_ofPerson is null)
        {
            _ofPerson = [.. Cast.Persons.Select(_ => new List<Speech>())];
            foreach (var speech in Cast.Speeches)
                foreach (var speaker in SpeakersOf(speech))
                    _ofPerson[speaker].Add(speech);
        }
        return _ofPerson[person];
    }

    /// <summary>How often a word is in action.</summary>
    public int CountOf(string word)
    {
        if (_counts is null)
        {
            _counts = [];
            foreach (var sentence in Sentences)
                foreach (var token in sentence.Words)
                    _counts[token.Text] = _counts.GetValueOrDefault(token.Text) + 1;
        }
        return _counts.GetValueOrDefault(word);
    }

    /// <summary>The sentences of an element of action.</summary>
    public IReadOnlyList<Sentence> SentencesOf(int element) => _ofElement.TryGetValue(element, out var sentences) ? sentences : [];

    public string NameOf(int person) => Cast.Persons[person].Name;

    /// <summary>A reason: what is so, and at which line.</summary>
    public Evidence At(int element, string what) => new(string.Create(CultureInfo.InvariantCulture, $"line {Script.Elements[element].Span.Line + 1}, {Where(element)}: {what}"));

    /// <summary>The words of a sentence as the element's source has them; nothing where emphasis or notes are between them.</summary>
    public string Quote(Sentence sentence) => sentence.Words.Count == 0 ? "" : Quote(sentence.Element, sentence.Words[0].Start, sentence.Words[^1].End);

    public string Quote(int element, int start, int end)
    {
        var quote = Script.Elements[element].Text[start..end];
        return Script.Elements[element].Content.Contains(quote, StringComparison.Ordinal) ? quote : "";
    }

    /// <summary>What a sentence says, short enough for a reason.</summary>
    public string Short(Sentence sentence)
    {
        var text = Script.Elements[sentence.Element].Text[sentence.Words[0].Start..sentence.Words[^1].End].ReplaceLineEndings(" ");
        if (text.Length <= 90)
            return text;
        var cut = text.LastIndexOf(' ', 90, 60);
        return $"{text[..(cut > 0 ? cut : 90)]}…";
    }

    private List<Sentence> Read(out bool isEnglish)
    {
        List<Sentence> sentences = [];
        var (words, english) = (0, 0);
        for (var i = 0; i < Script.Elements.Count; i++)
        {
            var element = Script.Elements[i];
            if (words < EnoughWords && element.Kind is ElementKind.Dialogue)
                Count(Tokens.Of(element.Text));
            if (element.Kind is not (ElementKind.Action or ElementKind.General or ElementKind.Shot or ElementKind.Centered))
                continue;
            var tokens = Tokens.Named(element.Text);
            if (words < EnoughWords)
                Count(tokens);
            List<Sentence> own = _ofElement[i] = [];
            for (var from = 0; from < tokens.Count;)
            {
                var to = from;
                while (!tokens[to].EndsSentence)
                    to++;
                var sentence = new Sentence(i, _scenes[i], from == 0, tokens.GetRange(from, to + 1 - from));
                sentences.Add(sentence);
                own.Add(sentence);
                if (_scenes[i] >= 0)
                    Scenes[_scenes[i]].Sentences.Add(sentence);
                from = to + 1;
            }
        }
        // What is too short to tell is taken for English: the rules' own words are.
        isEnglish = words < 60 || english >= EnglishShare * words;
        return sentences;

        void Count(List<Token> tokens)
        {
            words += tokens.Count;
            foreach (var token in tokens)
                english += English.Contains(token.Text) ? 1 : 0;
        }
    }

    // Who is heard and who is seen, scene by scene.
    private void Meet()
    {
        for (var i = 0; i < Cast.Speeches.Count; i++)
        {
            var speech = Cast.Speeches[i];
            if (_scenes[speech.Cue] is not (>= 0 and var at))
                continue;
            Scenes[at].Speeches.Add(i);
            var isSeen = CueLook.IsSeen(Cue.Parse(Script.Elements[speech.Cue].Text));
            foreach (var person in SpeakersOf(speech))
            {
                Scenes[at].Named.TryAdd(person, speech.Cue);
                if (isSeen)
                    Scenes[at].Present.TryAdd(person, speech.Cue);
            }
        }
        foreach (var sentence in Sentences)
        {
            if (sentence.Scene < 0)
                continue;
            var scene = Scenes[sentence.Scene];
            for (var i = 0; i < sentence.Words.Count; i++)
                if (sentence.Words[i].Person is >= 0 and var person)
                {
                    scene.Named.TryAdd(person, sentence.Element);
                    // Who does something: "Anna sleeps", "on the bench ANNA, 30, sleeps".
                    if (!sentence.Words[i].IsPossessive && i + 1 < sentence.Words.Count && (i == 0 || sentence.At(i + 1) is [_, _, .., not 's', 's'] && sentence.Words[i].After == ' '))
                        Min(scene.Present, person, sentence.Element);
                }
        }

        static void Min(Dictionary<int, int> elements, int person, int element)
        {
            if (!elements.TryGetValue(person, out var other) || element < other)
                elements[person] = element;
        }
    }
}
