using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kinolux.Core.Time;

/// <summary>An exact ratio of two <see cref="long"/>s, always in lowest terms with a positive denominator: frame rates, time bases, times in seconds.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct Rational : IComparable<Rational>
{
    // The denominator less one, so that the default value is 0/1 and equal to every other zero.
    private readonly long _above;

    /// <exception cref="ArgumentException">The denominator is 0.</exception>
    public Rational(long numerator, long denominator)
    {
        if (denominator == 0)
            throw new ArgumentException("A ratio needs a denominator other than 0.", nameof(denominator));
        this = Reduce(numerator, denominator);
    }

    private Rational(long numerator, long denominator, bool reduced)
    {
        _ = reduced;
        Numerator = numerator;
        _above = denominator - 1;
    }

    public long Numerator { get; }

    public long Denominator => _above + 1;

    public static Rational Zero => default;

    public bool IsPositive => Numerator > 0;

    public Rational Inverse => new(Denominator, Numerator);

    public static Rational operator +(Rational a, Rational b) =>
        Reduce((Int128)a.Numerator * b.Denominator + (Int128)b.Numerator * a.Denominator, (Int128)a.Denominator * b.Denominator);

    public static Rational operator -(Rational a, Rational b) =>
        Reduce((Int128)a.Numerator * b.Denominator - (Int128)b.Numerator * a.Denominator, (Int128)a.Denominator * b.Denominator);

    public static Rational operator *(Rational a, Rational b) =>
        Reduce((Int128)a.Numerator * b.Numerator, (Int128)a.Denominator * b.Denominator);

    public static Rational operator /(Rational a, Rational b) => a * b.Inverse;

    public static Rational operator *(Rational a, long b) => a * new Rational(b, 1);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    public int CompareTo(Rational other) =>
        ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    /// <summary>The nearest double: for showing, never for computing time.</summary>
    public double ToDouble() => (double)Numerator / Denominator;

    /// <summary>The largest integer not above the ratio.</summary>
    public long Floor() => Numerator >= 0 ? Numerator / Denominator : -((-Numerator + Denominator - 1) / Denominator);

    /// <summary>The nearest integer; halves go away from zero.</summary>
    public long Round() =>
        (long)(Numerator >= 0
            ? ((Int128)Numerator * 2 + Denominator) / ((Int128)Denominator * 2)
            : -((-(Int128)Numerator * 2 + Denominator) / ((Int128)Denominator * 2)));

    /// <summary>Reads <c>24000/1001</c>, <c>25</c>, <c>16:9</c> or an exact decimal such as <c>23.976</c> (as 23976/1000).</summary>
    public static bool TryParse(string? text, out Rational value)
    {
        value = default;
        if (string.IsNullOrWhiteSpace(text))
            return false;
        var cut = text.IndexOfAny(['/', ':']);
        if (cut >= 0)
        {
            if (!long.TryParse(text.AsSpan(0, cut), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ||
                !long.TryParse(text.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var d) || d == 0)
                return false;
            value = new Rational(n, d);
            return true;
        }
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return false;
        var scale = 1L;
        while (number != decimal.Truncate(number) && scale < 1_000_000_000)
        {
            number *= 10;
            scale *= 10;
        }
        if (Math.Abs(number) > long.MaxValue / 2)
            return false;
        value = new Rational((long)number, scale);
        return true;
    }

    public override string ToString() =>
        Denominator == 1 ? Numerator.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static Rational Reduce(Int128 numerator, Int128 denominator)
    {
        if (denominator < 0)
            (numerator, denominator) = (-numerator, -denominator);
        var divisor = Gcd(Int128.Abs(numerator), denominator);
        return new Rational(checked((long)(numerator / divisor)), checked((long)(denominator / divisor)), true);
    }

    private static Int128 Gcd(Int128 a, Int128 b)
    {
        while (b != 0)
            (a, b) = (b, a % b);
        return a == 0 ? 1 : a;
    }

    private sealed class Converter : JsonConverter<Rational>
    {
        public override Rational Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var value) ? value : throw new JsonException("A ratio reads \"24\" or \"24000/1001\".");

        public override void Write(Utf8JsonWriter writer, Rational value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
