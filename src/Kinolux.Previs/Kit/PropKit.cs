using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kinolux.Core.Text;
using Kinolux.Previs.Geometry;

namespace Kinolux.Previs.Kit;

/// <summary>All pieces and kinds of places there are: read from <c>kit.json</c> and <c>sets.json</c>, which say what each is made of.</summary>
public static partial class PropKit
{
    private sealed record KitFile(IReadOnlyDictionary<string, double[]> Tones, IReadOnlyList<PieceFields> Pieces);

    private sealed record PieceFields(string Name, IReadOnlyList<string> Words, IReadOnlyList<IReadOnlyList<JsonElement>> Parts, double? Seat = null, double[]? Light = null, bool Flat = false, bool Wall = false, string? On = null);

    private sealed record SetsFile(IReadOnlyList<SetFields> Sets);

    private sealed record SetFields(string Name, IReadOnlyList<string> Words, double[] Size, string Floor, double[] Door, double[] Stage, IReadOnlyList<IReadOnlyList<JsonElement>> Pieces, bool Inside = false, string Wall = "plaster", bool Sits = false);

    private static readonly Lazy<KitFile> Read = new(() => KinoluxJson.Read<KitFile>(Embedded("kit/kit.json")));

    private static readonly Lazy<IReadOnlyDictionary<string, KitPiece>> ReadPieces = new(() => Read.Value.Pieces.Select(Piece).ToDictionary(piece => piece.Name));

    private static readonly Lazy<IReadOnlyList<SetKind>> ReadSets = new(() => [.. KinoluxJson.Read<SetsFile>(Embedded("kit/sets.json")).Sets.Select(Set)]);

    public static IReadOnlyDictionary<string, KitPiece> Pieces => ReadPieces.Value;

    public static IReadOnlyList<SetKind> Sets => ReadSets.Value;

    /// <summary>A colour by its name, linear, 0 to 1.</summary>
    public static Vector3 Tone(string name) => Read.Value.Tones[name] is [var r, var g, var b] ? new Vector3((float)r, (float)g, (float)b) : Vector3.One;

    /// <summary>The kind of place that a heading means.</summary>
    /// <param name="place">As <c>HOUSE - KITCHEN</c>; what comes last is nearest.</param>
    /// <param name="inside">What the heading says; null where it does not.</param>
    /// <returns>The kind, and false where no word told it.</returns>
    public static (SetKind Kind, bool IsTold) SetOf(string place, bool? inside)
    {
        foreach (var part in Dashes().Split(place).Reverse().Append(place))
        {
            var words = Words(part);
            var found = Sets.Where(kind => inside is null || kind.Inside == inside).Select(kind => (Kind: kind, Long: kind.Words.Where(word => Holds(words, word)).Select(word => word.Length).DefaultIfEmpty(0).Max())).MaxBy(kind => kind.Long);
            if (found.Long > 0)
                return (found.Kind, true);
        }
        return (Sets.First(kind => kind.Words.Contains(inside is false ? "ext" : "int")), false);
    }

    /// <summary>Pieces that a text names.</summary>
    public static IEnumerable<KitPiece> NamedIn(string text) => Words(text) is var words ? Pieces.Values.Where(piece => piece.Words.Any(word => Holds(words, word))) : [];

    private static string Words(string text) => $" {string.Join(' ', Letters().Matches(text.ToLowerInvariant()).Select(match => match.Value))} ";

    private static bool Holds(string words, string word) => words.Contains($" {word} ", StringComparison.Ordinal) || words.Contains($" {word}s ", StringComparison.Ordinal);

    private static KitPiece Piece(PieceFields fields)
    {
        var shape = new PieceShape();
        List<string> tones = [];
        foreach (var part in fields.Parts)
        {
            var tone = part[1].GetString() ?? "";
            if (!tones.Contains(tone))
                tones.Add(tone);
            var index = (byte)tones.IndexOf(tone);
            float[] numbers = [.. part.Skip(2).Select(number => number.GetSingle())];
            var at = new Vector3(numbers[0], numbers[1], numbers[2]);
            switch (part[0].GetString())
            {
                case "box":
                    shape.Box(index, at, numbers[3], numbers[4], numbers[5]);
                    break;
                case "cylinder":
                    shape.Drum(index, at, numbers[3], numbers[3], numbers[4]);
                    break;
                case "cone":
                    shape.Drum(index, at, numbers[3], numbers[4], numbers[5]);
                    break;
                case "wheel":
                    shape.Wheel(index, at, numbers[3], numbers[4]);
                    break;
                case "ball":
                    shape.Ball(index, at, new Vector3(numbers[3], numbers[4], numbers[5]));
                    break;
                case var other:
                    throw new JsonException($"{fields.Name}: there is no shape {other}");
            }
        }
        var mesh = shape.ToMesh();
        var (low, high) = (mesh.Positions.Aggregate(Vector3.Min), mesh.Positions.Aggregate(Vector3.Max));
        return new KitPiece(fields.Name, fields.Words, mesh, [.. tones.Select(Tone)], fields.Seat, fields.Light is [var x, var y, var z] ? new Vector3D(x, y, z) : null, new(low.X, low.Y, low.Z), new(high.X, high.Y, high.Z), !fields.Flat && !fields.Wall);
    }

    private static SetKind Set(SetFields fields) => new(
        fields.Name, fields.Words, fields.Inside, (fields.Size[0], fields.Size[1], fields.Size[2]), fields.Floor, fields.Wall, (fields.Door[0], fields.Door[1]), (fields.Stage[0], fields.Stage[1]), fields.Sits,
        [.. fields.Pieces.Select(piece => (piece[0].GetString() ?? "", piece[1].GetDouble(), piece[2].GetDouble(), piece[3].GetDouble()))]);

    private static string Embedded(string name)
    {
        using var reader = new StreamReader(typeof(PropKit).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in this program"));
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\s*[-–—/,]+\s*")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    private static partial Regex Letters();
}
