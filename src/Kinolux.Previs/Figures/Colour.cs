using System.Globalization;
using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>A colour of cloth, hair or skin.</summary>
/// <param name="Name">As a person would say it, or as sRGB in hexadecimal: <c>#e6bf2e</c>.</param>
/// <param name="Linear">Linear, 0 to 1.</param>
public sealed record Colour(string Name, Vector3 Linear)
{
    /// <summary>Reads sRGB in hexadecimal.</summary>
    public static Colour Of(string name, string hex)
    {
        float Part(int at) => MathF.Pow(int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255f, 2.2f);
        return new(name, new(Part(1), Part(3), Part(5)));
    }

    internal Colour Shaded(float shade, string name) => new(name, Vector3.Clamp(Linear * shade, Vector3.Zero, Vector3.One));

    /// <summary>How bright it is, 0 to 1.</summary>
    public float Luminance => Vector3.Dot(Linear, new(.2126f, .7152f, .0722f));
}
