using System.Globalization;
using System.Text.RegularExpressions;

namespace Kinolux.Previs.Voices;

/// <summary>Someone who speaks, with what is said of them.</summary>
public sealed partial record Speaker(string Name, VoiceSex Sex = VoiceSex.Unsaid, VoiceAge Age = VoiceAge.Unsaid)
{
    private static readonly (string Words, VoiceSex Sex, VoiceAge Age)[] Said =
    [
        ("girl|girls|daughter|mädchen|fille|女孩", VoiceSex.Female, VoiceAge.Child),
        ("boy|boys|junge|garçon|男孩", VoiceSex.Male, VoiceAge.Child),
        ("child|kid|toddler|kind|enfant|孩子|小孩", VoiceSex.Unsaid, VoiceAge.Child),
        ("woman|lady|female|mother|grandmother|wife|sister|queen|waitress|actress|nun|she|her|frau|femme|女人|女", VoiceSex.Female, VoiceAge.Unsaid),
        ("man|gentleman|male|father|grandfather|husband|brother|king|waiter|monk|he|his|mann|homme|男人|男", VoiceSex.Male, VoiceAge.Unsaid),
        ("old|elderly|aged|ancient|grandmother|grandfather|alter|alte|vieux|vieille|老", VoiceSex.Unsaid, VoiceAge.Old),
        ("young|teen|teenage|teenager|youth|junger|jeune|年轻", VoiceSex.Unsaid, VoiceAge.Young),
    ];

    /// <summary>A person as a line of description has them: "tall old sailor", "a girl of nine", "MARA (34), his wife". What it does not say stays unsaid.</summary>
    public static Speaker Of(string name, string description)
    {
        var (sex, age) = (VoiceSex.Unsaid, VoiceAge.Unsaid);
        var text = description.ToLowerInvariant();
        foreach (var (words, ofSex, ofAge) in Said)
            if (words.Split('|').Any(word => word[0] > 0x2E80 ? text.Contains(word, StringComparison.Ordinal) : Words().Matches(text).Any(match => match.Value == word)))
                (sex, age) = (sex == VoiceSex.Unsaid ? ofSex : sex, age == VoiceAge.Unsaid ? ofAge : age);
        if (Years().Match(text) is { Success: true } years)
            age = int.Parse(years.Value, CultureInfo.InvariantCulture) switch { < 13 => VoiceAge.Child, < 25 => VoiceAge.Young, < 65 => VoiceAge.Grown, _ => VoiceAge.Old };
        return new Speaker(name, sex, age);
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Words();

    // A number that is an age and not a flat's or a year.
    [GeneratedRegex(@"(?<![\d\p{L}.])\d{1,2}(?=s?\b)(?!\d)(?!['’]?s? ?(?:feet|ft|cm|kg|th|st|nd|rd)\b)")]
    private static partial Regex Years();
}
