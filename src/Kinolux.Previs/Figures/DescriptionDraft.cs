using System.Globalization;

namespace Kinolux.Previs.Figures;

/// <summary>A description while it is read. What was said stays; what is inferred fills only what nobody said.</summary>
internal sealed class DescriptionDraft
{
    private readonly List<Garment> _garments = [];
    private readonly HashSet<GarmentKind> _denied = [];
    private Trait<float>? _age;
    private bool _exactAge;
    private bool _grown;
    private Trait<Sex>? _sex;
    private Trait<float>? _tallness;
    private Trait<float>? _stature;
    private Trait<float>? _build;
    private Trait<Colour>? _skin;
    private Trait<HairStyle>? _hair;
    private Trait<Colour>? _hairColour;
    private Trait<BeardStyle>? _beard;
    private Trait<Glasses>? _glasses;
    private Trait<HatKind>? _hat;
    private Colour? _hatColour;
    private Trait<Gait>? _gait;
    private Colour? _clothes;

    public void Stature(float metres, string words) => _stature = new(Math.Clamp(metres, .5f, 2.5f), Known.Said, words);

    public void AllIn(Colour colour) => _clothes ??= colour;

    public void Age(float years, Known origin, string words, bool exact = false)
    {
        if (_exactAge && !exact)
            return;
        // A boy is eight or so; an old woman old: what says more of an age comes after what says that somebody is grown or not.
        if (exact || _age is null || years > 20 || _age.Value is > 6 and < 20 && years < 20)
            (_age, _exactAge) = (new(Math.Clamp(years, 1, 100), origin, words), exact);
    }

    public void Take(string kind, string value, string words, Known origin, bool not, bool noLonger, DescriptionReader.Waiting waiting)
    {
        switch (kind)
        {
            case "age" when not:
                Age(Number(value) < 40 ? 55 : 40, Known.Inferred, words);
                break;
            case "age":
                Age(Number(value), origin, words);
                break;
            case "grown":
                _grown |= !not;
                break;
            case "sex" when !not:
                _sex ??= new(Parse<Sex>(value), origin, words);
                break;
            case "height" when !not:
                _tallness = _tallness is { } tall && MathF.Abs(tall.Value) > MathF.Abs(Number(value)) ? tall : new(Number(value), origin, words);
                break;
            case "build" when !not:
                _build ??= new(Number(value), origin, words);
                break;
            case "skin" when !not:
                _skin ??= new(Palette.Skin(value), origin, words);
                break;
            case "haircolour" when !not:
                _hairColour ??= new(Colour.Of(words, value), origin, words);
                break;
            case "hair":
                Hair(value, words, origin, not, waiting);
                break;
            case "beard":
                Beard(value, words, origin, not, waiting);
                break;
            case "glasses":
                _glasses ??= new(not ? Figures.Glasses.None : Parse<Glasses>(value), origin, words);
                break;
            case "hat":
                Hat(value, words, origin, not, waiting);
                break;
            case "gait":
                _gait ??= new(not ? Figures.Gait.Even : Parse<Gait>(value), origin, words);
                break;
            case "garment":
                Garment(Parse<GarmentKind>(value), words, origin, not, waiting);
                break;
        }
    }

    public Description Finish(string text, string? name, IReadOnlyList<string> unread) => new()
    {
        Text = text,
        Name = name,
        Age = _grown && _age is { Value: < 18, Known: Known.Said } && !_exactAge ? null : _age,
        Sex = _sex,
        Tallness = _tallness,
        Stature = _stature,
        Build = _build,
        Skin = _skin,
        Hair = _hair,
        HairColour = _hairColour,
        Beard = _beard,
        Glasses = _glasses,
        Hat = _hat,
        HatColour = _hatColour,
        Gait = _gait,
        Garments = [.. _garments],
        Denied = [.. _denied.Order()],
        Clothes = _clothes,
        Unread = unread,
    };

    private void Hair(string value, string words, Known origin, bool not, DescriptionReader.Waiting waiting)
    {
        if (waiting.Colour is { } colour && !not)
            _hairColour ??= new(colour, origin, $"{colour.Name} {words}");
        var style = value == "hair" ? (not ? HairStyle.Bald : waiting.Long switch { true => HairStyle.Long, false => HairStyle.Short, _ => (HairStyle?)null })
            : not ? (value is "bald" or "fringe" ? HairStyle.Short : null) : Parse<HairStyle>(value);
        if (style is { } worn)
            _hair ??= new(worn, origin, words);
    }

    private void Beard(string value, string words, Known origin, bool not, DescriptionReader.Waiting waiting)
    {
        if (waiting.Colour is { } colour && !not)
            _hairColour ??= new(colour, origin, $"{colour.Name} {words}");
        var style = not ? BeardStyle.None : waiting.Long == true && value == "full" ? BeardStyle.Long : Parse<BeardStyle>(value);
        if (_beard is null || _beard.Value == BeardStyle.Moustache && style == BeardStyle.Full)
            _beard = new(style, origin, words);
    }

    private void Hat(string value, string words, Known origin, bool not, DescriptionReader.Waiting waiting)
    {
        if (_hat is not null)
            return;
        _hat = new(not ? HatKind.None : Parse<HatKind>(value), origin, words);
        if (!not)
            _hatColour = waiting.Colour;
    }

    private void Garment(GarmentKind kind, string words, Known origin, bool not, DescriptionReader.Waiting waiting)
    {
        if (not)
        {
            _denied.Add(kind);
            if (kind is GarmentKind.Shoes or GarmentKind.Boots)
                _garments.Add(new(GarmentKind.Barefoot, null, null, origin, words));
            return;
        }
        var garment = new Garment(kind, waiting.Colour, waiting.Long ?? (waiting.Short is null ? null : false), origin, words);
        if (_denied.Contains(kind) || _garments.Any(worn => worn.Covers == garment.Covers || origin == Known.Inferred && Excludes(worn.Covers, garment.Covers)))
            return;
        _garments.Add(garment);
    }

    // A dress leaves no room for a jumper that nobody mentioned, nor a suit for trousers.
    private static bool Excludes(string worn, string other) => (worn, other) switch
    {
        ("whole", "top" or "bottom" or "jacket") => true,
        ("top" or "jacket" or "bottom", "whole") => true,
        ("jacket", "over") => true,
        _ => false,
    };

    private static float Number(string value) => float.Parse(value, CultureInfo.InvariantCulture);

    private static T Parse<T>(string value) where T : struct, Enum => Enum.Parse<T>(value, ignoreCase: true);
}
