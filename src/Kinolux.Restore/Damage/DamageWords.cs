using Kinolux.Core.Faults;

namespace Kinolux.Restore.Damage;

/// <summary>The words for kinds of damage on the command line and in the truth file.</summary>
public static class DamageWords
{
    private static readonly (string Word, DamageKinds Kinds)[] Words =
    [
        ("weave", DamageKinds.Weave),
        ("flicker", DamageKinds.GlobalFlicker | DamageKinds.LocalFlicker),
        ("flicker-global", DamageKinds.GlobalFlicker),
        ("flicker-local", DamageKinds.LocalFlicker),
        ("dirt", DamageKinds.Dirt),
        ("scratches", DamageKinds.Scratches),
        ("stains", DamageKinds.Stains),
        ("missing", DamageKinds.Missing),
        ("noise", DamageKinds.Grain),
        ("noise-white", DamageKinds.WhiteNoise),
    ];

    /// <summary>Everything at once, as an old film has it: white noise stands aside for grain.</summary>
    public const DamageKinds Everything = DamageKinds.Grain | DamageKinds.Stains | DamageKinds.Scratches | DamageKinds.Dirt |
        DamageKinds.Weave | DamageKinds.GlobalFlicker | DamageKinds.LocalFlicker | DamageKinds.Missing;

    public static IEnumerable<string> All => Words.Select(word => word.Word);

    /// <summary>Reads words parted by commas.</summary>
    /// <exception cref="FaultException">KX2701: a word is not a kind of damage.</exception>
    public static DamageKinds Parse(string text)
    {
        var kinds = DamageKinds.None;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var found = Array.Find(Words, word => word.Word.Equals(part, StringComparison.OrdinalIgnoreCase));
            if (found.Word is null)
                throw FaultException.Of("KX2701", ("word", part), ("known", string.Join(", ", All)));
            kinds |= found.Kinds;
        }
        return kinds;
    }

    /// <summary>The fewest words that name the kinds.</summary>
    public static IReadOnlyList<string> Of(DamageKinds kinds)
    {
        var words = new List<string>();
        foreach (var (word, covered) in Words.OrderByDescending(word => int.PopCount((int)word.Kinds)))
            if ((kinds & covered) == covered)
            {
                words.Add(word);
                kinds &= ~covered;
            }
        return words;
    }
}
