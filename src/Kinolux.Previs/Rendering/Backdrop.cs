using System.Numerics;

namespace Kinolux.Previs.Rendering;

/// <summary>What is seen where nothing stands: white paper, or a sky that goes from the horizon's colour to the zenith's.</summary>
internal sealed class Backdrop(Camera camera, Sky sky, RenderStyle style)
{
    private readonly Vector3 _horizon = style == RenderStyle.Drawn ? Vector3.One : Shading.Shown(Shading.Clean(sky.Horizon));
    private readonly Vector3 _zenith = style == RenderStyle.Drawn ? Vector3.One : Shading.Shown(Shading.Clean(sky.Zenith));
    private readonly Vector3 _up = camera.Turn(Vector3.UnitY);

    /// <summary>Fills a tile with the sky, as much of it as is open in each pixel.</summary>
    public void Fill(int left, int top, float[] open, float[] red, float[] green, float[] blue)
    {
        for (var y = 0; y < Tiles.Side; y++)
        {
            var slopeY = (camera.CentreY - (top + y + 0.5f)) / camera.FocalY;
            for (var x = 0; x < Tiles.Side; x += Vector<float>.Count)
            {
                var slopeX = (Vector.ConvertToSingle(new Vector<int>(left + x) + Vector.CreateSequence(0, 1)) + new Vector<float>(0.5f - camera.CentreX)) / new Vector<float>(camera.FocalX);
                var height = (slopeX * _up.X + new Vector<float>(slopeY * _up.Y + _up.Z)) / Vector.SquareRoot(slopeX * slopeX + new Vector<float>(slopeY * slopeY + 1));
                var share = Vector.SquareRoot(Vector.Min(Vector.Max(height, Vector<float>.Zero), Vector<float>.One));
                var place = (nuint)(y * Tiles.Side + x);
                var part = Vector.LoadUnsafe(ref open[0], place);
                ((new Vector<float>(_horizon.X) + share * (_zenith.X - _horizon.X)) * part).StoreUnsafe(ref red[0], place);
                ((new Vector<float>(_horizon.Y) + share * (_zenith.Y - _horizon.Y)) * part).StoreUnsafe(ref green[0], place);
                ((new Vector<float>(_horizon.Z) + share * (_zenith.Z - _horizon.Z)) * part).StoreUnsafe(ref blue[0], place);
            }
        }
    }
}
