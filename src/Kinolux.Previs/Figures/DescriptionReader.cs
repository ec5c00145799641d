using System.Globalization;
using System.Text.RegularExpressions;

namespace Kinolux.Previs.Figures;

/// <summary>
/// Reads a line of description from left to right: adjectives wait for the noun that they belong to (a colour for a coat, "long" for hair),
/// a negation turns the next noun round, a comma ends both. What an occupation usually wears is read by the same rules and fills what was not said.
/// </summary>
internal sealed partial class DescriptionReader(Vocabulary vocabulary)
{
    private readonly DescriptionDraft _draft = new();
    private readonly List<string> _wears = [];
    private readonly List<string> _unread = [];
    private Waiting _waiting = new();
    private bool _not;
    private bool _noLonger;

    /// <summary>Reads a line.</summary>
    public Description Read(string text)
    {
        var rest = text;
        var name = Name().Match(text);
        if (name.Success)
            rest = text[name.Length..];
        rest = Numbers(rest);
        Walk(rest, Known.Said);
        foreach (var outfit in _wears)
            foreach (var piece in outfit.Split("|", 2)[0].Split(','))
                Walk(piece, Known.Inferred, outfit.Split("|", 2)[1]);
        return _draft.Finish(text, name.Success ? name.Groups[1].Value.Trim() : null, _unread);
    }

    private string Numbers(string text)
    {
        text = Feet().Replace(text, match =>
        {
            var inches = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * 12 + (match.Groups[2].Success ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : 0);
            _draft.Stature(inches * .0254f, match.Value.Trim());
            return " ";
        });
        text = Metric().Replace(text, match =>
        {
            var value = float.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            _draft.Stature(match.Groups[2].Value.StartsWith('c') ? value / 100 : value, match.Value.Trim());
            return " ";
        });
        return Years().Replace(text, match =>
        {
            _draft.Age(float.Parse(match.Groups.Cast<Group>().Skip(1).First(group => group.Success).Value, CultureInfo.InvariantCulture), Known.Said, match.Value.Trim(' ', ','), exact: true);
            return " ";
        });
    }

    private void Walk(string text, Known origin, string? by = null)
    {
        foreach (var segment in Breaks().Split(text))
        {
            (_waiting, _not, _noLonger) = (new(), false, false);
            var words = Word().Matches(segment.Replace('-', ' ').Replace('’', '\'')).Select(match => match.Value.ToLowerInvariant()).ToList();
            for (var at = 0; at < words.Count;)
                at += Step(words, at, origin, by);
            EndOfSegment(origin, by);
        }
    }

    // Takes the longest phrase that means something; answers how many words it has.
    private int Step(List<string> words, int at, Known origin, string? by)
    {
        for (var length = Math.Min(Vocabulary.Longest, words.Count - at); length > 0; length--)
        {
            var phrase = string.Join(' ', words.GetRange(at, length));
            var meanings = vocabulary.Of(phrase);
            if (meanings.Count == 0)
                continue;
            Mean(phrase, meanings, words, at + length, origin, by);
            return length;
        }
        if (origin == Known.Said && !words[at].All(letter => char.IsAsciiDigit(letter)))
            _unread.Add(words[at]);
        return 1;
    }

    private void Mean(string phrase, IReadOnlyList<Vocabulary.Meaning> meanings, List<string> words, int next, Known origin, string? by)
    {
        var said = by ?? phrase;
        var isPerson = meanings.Any(meaning => meaning.Kind is "sex" or "wears" or "grown");
        foreach (var (kind, value) in meanings)
            switch (kind)
            {
                case "quiet":
                    break;
                case "not":
                    _not = true;
                    break;
                case "notany":
                    (_not, _noLonger) = (true, true);
                    break;
                case "with":
                    _not = false;
                    break;
                case "colour":
                    _waiting.Colour = Colour.Of(phrase, value);
                    if (_waiting.Shade is { } shade)
                        _waiting.Colour = _waiting.Colour.Shaded(shade, $"{_waiting.ShadeWord} {phrase}");
                    break;
                case "shade":
                    (_waiting.Shade, _waiting.ShadeWord) = (float.Parse(value, CultureInfo.InvariantCulture), phrase);
                    break;
                case "long":
                    _waiting.Long = value == "yes";
                    break;
                case "dressed":
                    _waiting.Dressed = true;
                    break;
                case "height" when phrase is "short" or "little":
                    _waiting.Short = float.Parse(value, CultureInfo.InvariantCulture);
                    break;
                case "age" when !isPerson && Describes(words, next):
                    break;
                default:
                    _draft.Take(kind, value, said, origin, _not, _noLonger, _waiting);
                    if (kind == "wears" && !_not && origin == Known.Said)
                        _wears.Add($"{value}|{phrase}");
                    break;
            }
        if (isPerson)
            OfPerson(said, origin);
        if (meanings.Any(meaning => meaning.Kind is "garment" or "hat" or "hair" or "beard" or "haircolour" or "glasses"))
            _waiting = new() { Dressed = _waiting.Dressed };
    }

    // "a short man" is short; "a black woman" is said of her skin, "a man in black" is not.
    private void OfPerson(string said, Known origin)
    {
        if (_waiting.Short is { } shortness && origin == Known.Said)
            _draft.Take("height", shortness.ToString(CultureInfo.InvariantCulture), "short", origin, _not, _noLonger, _waiting);
        if (_waiting.Colour is { Name: "black" or "brown" or "white" } colour)
            _draft.Take("skin", colour.Name switch { "black" => "dark", "brown" => "brown", _ => "pale" }, $"{colour.Name} {said}", origin, false, false, _waiting);
        _waiting = new();
    }

    // "an old coat" says nothing of an age.
    private bool Describes(List<string> words, int next)
    {
        for (var at = next; at < Math.Min(next + 3, words.Count); at++)
            for (var length = Math.Min(2, words.Count - at); length > 0; length--)
            {
                var kinds = vocabulary.Of(string.Join(' ', words.GetRange(at, length)));
                if (kinds.Any(meaning => meaning.Kind is "garment" or "hat"))
                    return true;
                if (kinds.Any(meaning => meaning.Kind is "sex" or "wears" or "grown" or "age"))
                    return false;
            }
        return false;
    }

    private void EndOfSegment(Known origin, string? by)
    {
        if (_waiting.Short is { } shortness && !_not)
            _draft.Take("height", shortness.ToString(CultureInfo.InvariantCulture), by ?? "short", origin, false, false, _waiting);
        if (_waiting is { Dressed: true, Colour: { } colour })
            _draft.AllIn(colour);
    }

    /// <summary>Adjectives that wait for their noun.</summary>
    internal sealed class Waiting
    {
        public Colour? Colour { get; set; }

        public float? Shade { get; set; }

        public string? ShadeWord { get; set; }

        public bool? Long { get; set; }

        public float? Short { get; set; }

        public bool Dressed { get; set; }
    }

    [GeneratedRegex(@"^\s*(\p{Lu}[\p{Lu}\p{N}.'’ \-]*\p{Lu})(?=\s*[,(:]|\s*$)")]
    private static partial Regex Name();

    [GeneratedRegex(@"[,;.:()]|\band\b(?=.*\bin\b)")]
    private static partial Regex Breaks();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}']*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b([3-7])\s?['’′]\s?(?:(\d{1,2})\s?(?:[""”″]|'')?)?(?![\p{L}])")]
    private static partial Regex Feet();

    [GeneratedRegex(@"\b(\d{2,3}|\d\.\d{1,2})\s?(cm|centimet(?:er|re)s|m|met(?:er|re)s)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Metric();

    [GeneratedRegex(@"\((\d{1,3})\)|\b(\d{1,3})[\s-]years?[\s-]olds?\b|\bage[d]?:?\s(\d{1,3})\b|^\s*,\s*(\d{1,2})(?=\s*,)|,\s*(\d{2})(?=\s*(?:,|$))", RegexOptions.IgnoreCase)]
    private static partial Regex Years();
}
