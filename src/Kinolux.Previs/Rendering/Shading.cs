using System.Numerics;
using System.Runtime.CompilerServices;

namespace Kinolux.Previs.Rendering;

/// <summary>
/// Turns fragments into what is shown: few tones by how much a surface is turned towards the light, as a drawing has them,
/// after Lake, Marshall, Harris and Blackstein, "Stylized rendering techniques for scalable real-time 3D animation", 2000.
/// </summary>
internal sealed class Shading(Camera camera, IReadOnlyList<Light> lights, int key, Sky sky, RenderStyle style)
{
    private readonly Vector3 _ambient = Clean(sky.Ambient);
    private readonly Vector3 _up = camera.Turn(Vector3.UnitY);
    private readonly float _most = lights.Count == 0 ? 1 : lights.Max(light => Luminance(light.Colour));

    /// <summary>Colours of surfaces, as they are used: numbers, 0 to 1.</summary>
    public static Vector3 Clean(Vector3 colour) => Exact.IsFinite(colour) ? Vector3.Clamp(colour, Vector3.Zero, Vector3.One) : new Vector3(0.5f);

    public void Run(Fragments all)
    {
        for (var i = 0; i < all.Count; i += Vector<float>.Count)
        {
            var (x, y, z) = (Load(all.NormalX, i), Load(all.NormalY, i), Load(all.NormalZ, i));
            if (style == RenderStyle.Drawn)
                Draw(all, i, x, y, z);
            else
                Colour(all, i, x, y, z);
        }
    }

    private void Colour(Fragments all, int i, Vector<float> x, Vector<float> y, Vector<float> z)
    {
        // A little more from above than from below, as in a room or under a sky.
        var open = new Vector<float>(0.8f) + (x * _up.X + y * _up.Y + z * _up.Z) * 0.2f;
        var (red, green, blue) = (open * _ambient.X, open * _ambient.Y, open * _ambient.Z);
        for (var n = 0; n < lights.Count; n++)
        {
            var amount = Amount(all, i, n, x, y, z);
            red += amount * lights[n].Colour.X;
            green += amount * lights[n].Colour.Y;
            blue += amount * lights[n].Colour.Z;
        }
        Store(Shown(Load(all.Red, i) * red), all.Red, i);
        Store(Shown(Load(all.Green, i) * green), all.Green, i);
        Store(Shown(Load(all.Blue, i) * blue), all.Blue, i);
    }

    private void Draw(Fragments all, int i, Vector<float> x, Vector<float> y, Vector<float> z)
    {
        var light = Vector<float>.Zero;
        for (var n = 0; n < lights.Count; n++)
            light += Amount(all, i, n, x, y, z) * (Luminance(lights[n].Colour) / _most);
        var own = Shown(Load(all.Red, i) * 0.2126f + Load(all.Green, i) * 0.7152f + Load(all.Blue, i) * 0.0722f);
        var grey = (new Vector<float>(0.58f) + own * 0.42f) * (new Vector<float>(0.76f) + Vector.Min(light, Vector<float>.One) * 0.24f);
        Store(grey, all.Red, i);
        Store(grey, all.Green, i);
        Store(grey, all.Blue, i);
    }

    // How much of a light a surface shows: none, half or all.
    private Vector<float> Amount(Fragments all, int i, int n, Vector<float> x, Vector<float> y, Vector<float> z)
    {
        var light = lights[n];
        Vector<float> facing;
        var strength = n == key ? Load(all.Lit, i) : Vector<float>.One;
        if (light.IsFar)
        {
            facing = x * light.Towards.X + y * light.Towards.Y + z * light.Towards.Z;
        }
        else
        {
            var distance = Vector<float>.One / Load(all.Nearness, i);
            var dx = new Vector<float>(light.Place.X) - (Load(all.X, i) - new Vector<float>(camera.CentreX)) * distance / new Vector<float>(camera.FocalX);
            var dy = new Vector<float>(light.Place.Y) - (new Vector<float>(camera.CentreY) - Load(all.Y, i)) * distance / new Vector<float>(camera.FocalY);
            var dz = new Vector<float>(light.Place.Z) - distance;
            var far = Vector.Max(Vector.SquareRoot(dx * dx + dy * dy + dz * dz), new Vector<float>(1e-6f));
            facing = (x * dx + y * dy + z * dz) / far;
            var left = Vector.Max(Vector<float>.One - far / light.Reach, Vector<float>.Zero);
            strength *= left * left;
            if (light.ConeCosine > -1)
                strength *= Ramp((dx * light.Towards.X + dy * light.Towards.Y + dz * light.Towards.Z) / far, light.ConeCosine, 0.04f);
        }
        return strength * (Ramp(facing, 0.14f, 0.05f) * 0.55f + Ramp(facing, 0.52f, 0.05f) * 0.45f);
    }

    // 0 below an edge, 1 above it, over a width.
    private static Vector<float> Ramp(Vector<float> value, float edge, float width) =>
        Vector.Min(Vector.Max((value - new Vector<float>(edge)) * (1 / width) + new Vector<float>(0.5f), Vector<float>.Zero), Vector<float>.One);

    // From linear light to sRGB by three roots, within 0.003 (Ian Taylor, "sRGB approximations for HLSL", 2012), so that it is the same on every width.
    private static Vector<float> Shown(Vector<float> linear)
    {
        var clean = Vector.Min(Vector.Max(linear, Vector<float>.Zero), Vector<float>.One);
        var second = Vector.SquareRoot(clean);
        var fourth = Vector.SquareRoot(second);
        var eighth = Vector.SquareRoot(fourth);
        return Vector.Min(Vector.Max(second * 0.662002687f + fourth * 0.684122060f - eighth * 0.323583601f - clean * 0.0225411470f, Vector<float>.Zero), Vector<float>.One);
    }

    /// <summary>One colour as it is shown.</summary>
    public static Vector3 Shown(Vector3 linear)
    {
        Span<float> values = stackalloc float[Vector<float>.Count];
        Vector3 shown = default;
        for (var i = 0; i < 3; i++)
        {
            values.Fill(linear[i]);
            shown[i] = Shown(new Vector<float>(values))[0];
        }
        return shown;
    }

    private static float Luminance(Vector3 colour) => 0.2126f * colour.X + 0.7152f * colour.Y + 0.0722f * colour.Z;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Load(float[] values, int i) => Vector.LoadUnsafe(ref values[0], (nuint)i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector<float> vector, float[] values, int i) => vector.StoreUnsafe(ref values[0], (nuint)i);
}
