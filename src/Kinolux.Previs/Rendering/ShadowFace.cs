using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Kinolux.Previs.Rendering;

/// <summary>One picture of a shadow map: how near to the light the first surface is, in every direction that it covers.</summary>
internal sealed class ShadowFace
{
    public readonly Projection Projection = new();
    private Camera _camera;
    private float[] _nearness = [];
    private Affine _fromView;
    private float _texel, _bias;

    public ref readonly Camera Camera => ref _camera;

    public int Size => _camera.Width;

    /// <param name="camera">Stands at the light.</param>
    /// <param name="eye">What fragments are seen from.</param>
    /// <param name="texel">How wide a texel is, metres: at any distance for the sun, at a distance of a metre for a lamp.</param>
    public void Set(in Camera camera, in Camera eye, float texel, float bias)
    {
        (_camera, _texel, _bias) = (camera, texel, bias);
        _fromView = new Affine(camera.Turn(eye.Right), camera.Turn(eye.Up), camera.Turn(eye.Ahead), camera.See(eye.Position));
        if (_nearness.Length != camera.Width * camera.Height)
            _nearness = new float[camera.Width * camera.Height];
    }

    /// <summary>Draws one tile.</summary>
    public void Draw(Samples samples, int tile)
    {
        var across = Tiles.Across(Size);
        var (left, top) = (tile % across * Tiles.Side, tile / across * Tiles.Side);
        samples.Clear();
        for (var band = 0; band < Tiles.Bands; band++)
            foreach (var facet in Projection.Bands[band].Of(tile))
                samples.Draw(Projection.Bands[band].Facets[facet], left, top, 0);
        for (var y = 0; y < Tiles.Side; y++)
            samples.Nearness.AsSpan(y * Tiles.Side, Tiles.Side).CopyTo(_nearness.AsSpan((top + y) * Size + left));
    }

    /// <summary>How a direction from the eye's space points from here.</summary>
    public Vector3 Turn(Vector3 direction) => _fromView.X * direction.X + _fromView.Y * direction.Y + _fromView.Z * direction.Z;

    /// <summary>How much light gets to a place: 0 to 1.</summary>
    /// <param name="place">Seen from the eye.</param>
    /// <param name="normal">Of length 1, seen from the eye.</param>
    public float Lit(Vector3 place, Vector3 normal, bool isFar)
    {
        // A little away from the surface and towards the light, so that a surface throws no shadow on itself.
        var there = _fromView.Point(place);
        var step = isFar ? _texel : _texel * MathF.Max(there.Z, 0.1f);
        there += Turn(normal) * (1.5f * step);
        if (!(there.Z > Rendering.Camera.Near))
            return 1;
        var inverse = 1 / there.Z;
        var (x, y) = (_camera.CentreX + _camera.FocalX * (there.X * inverse), _camera.CentreY - _camera.FocalY * (there.Y * inverse));
        if (!(x >= 2 && y >= 2 && x < Size - 2 && y < Size - 2))
            return 1;
        var least = 1 / MathF.Max(there.Z - _bias - 0.5f * step, Rendering.Camera.Near);
        var (column, row) = ((int)x, (int)y);
        var (dx, dy) = (x - column - 0.5f, y - row - 0.5f);
        // Nine texels under a bell: the quadratic B-spline.
        var (left, right, upper, lower) = (Outer(0.5f - dx), Outer(0.5f + dx), Outer(0.5f - dy), Outer(0.5f + dy));
        ref var first = ref _nearness[(row - 1) * Size + column - 1];
        var weights = Vector128.Create(left, 1 - left - right, right, 0);
        var lit = Row(ref first, weights, least) * upper + Row(ref Unsafe.Add(ref first, Size), weights, least) * (1 - upper - lower) + Row(ref Unsafe.Add(ref first, 2 * Size), weights, least) * lower;
        return lit.GetElement(0) + lit.GetElement(1) + lit.GetElement(2);
    }

    private static float Outer(float away) => 0.5f * away * away;

    // The fourth texel has no weight; the last row of all has one to spare, since places near the rim are left out.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Row(ref float texels, Vector128<float> weights, float least) =>
        weights & Vector128.LessThanOrEqual(Vector128.LoadUnsafe(ref texels), Vector128.Create(least));
}
