namespace Kinolux.Script.Continuity.Reading;

/// <summary>A class of verbs in the forms that action has them in, made of their plain form: <c>burn</c>, and <c>break/broke/broken</c> where they are irregular.</summary>
internal sealed class VerbForms
{
    private readonly HashSet<string> _bases = [];
    private readonly HashSet<string> _finites = [];
    private readonly HashSet<string> _participles = [];
    private readonly HashSet<string> _ings = [];

    public VerbForms(string verbs)
    {
        foreach (var verb in verbs.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var forms = verb.Split('/');
            var plain = forms[0];
            var stem = Doubles(plain) ? plain + plain[^1] : plain.EndsWith('e') ? plain[..^1] : plain;
            var past = plain is [.., not ('a' or 'e' or 'o' or 'u'), 'y'] ? $"{plain[..^1]}ied" : $"{stem}ed";
            _bases.Add(plain);
            _finites.Add(plain is [.., not ('a' or 'e' or 'o' or 'u'), 'y'] ? $"{plain[..^1]}ies" : plain is [.., 's' or 'x' or 'z' or 'o'] or [.., 's' or 'c', 'h'] ? $"{plain}es" : $"{plain}s");
            _finites.Add(forms.Length > 1 ? forms[1] : past);
            _participles.Add(forms.Length > 1 ? forms[^1] : past);
            _ings.Add($"{stem}ing");
        }
    }

    /// <summary>Such as <c>breaks</c> and <c>broke</c>.</summary>
    public IReadOnlySet<string> Finites => _finites;

    /// <summary>Such as <c>break</c>, which many do.</summary>
    public IReadOnlySet<string> Bases => _bases;

    /// <summary>Such as <c>broken</c>.</summary>
    public IReadOnlySet<string> Participles => _participles;

    /// <summary>All forms of all.</summary>
    public IEnumerable<string> All => _bases.Concat(_finites).Concat(_participles).Concat(_ings);

    /// <summary>True for <c>breaks</c> and <c>broke</c>.</summary>
    public bool IsFinite(string word) => _finites.Contains(word);

    /// <summary>True for <c>broken</c>.</summary>
    public bool IsParticiple(string word) => _participles.Contains(word);

    /// <summary>True for <c>breaking</c>.</summary>
    public bool IsIng(string word) => _ings.Contains(word);

    /// <summary>True for <c>break</c>.</summary>
    public bool IsBase(string word) => _bases.Contains(word);

    /// <summary>True for any of them.</summary>
    public bool Has(string word) => IsFinite(word) || IsParticiple(word) || IsIng(word) || IsBase(word);

    // "Stab" and "snap" double their last letter; "murder" and "flood" do not.
    private static bool Doubles(string verb) => verb is [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'a' or 'e' or 'i' or 'o' or 'u', 'b' or 'd' or 'g' or 'm' or 'n' or 'p' or 't' or 'r'] && (verb.Length <= 5 && verb.Count(c => c is 'a' or 'e' or 'i' or 'o' or 'u') == 1);
}
