using System.Numerics;
using Kinolux.Previs.Geometry;

namespace Kinolux.Previs.Rendering;

/// <summary>A lamp as a camera sees it.</summary>
internal readonly record struct Light(bool IsFar, Vector3 Place, Vector3 Towards, Vector3 Colour, float ConeCosine, float Reach)
{
    /// <summary>Lamps that are no numbers, or give no light, are left out.</summary>
    public static Light? Of(Lamp lamp, in Camera camera)
    {
        var colour = Vector3.Max(lamp.Colour, Vector3.Zero);
        var place = camera.See(lamp.Position ?? camera.Position);
        if (!Exact.IsFinite(lamp.Colour) || colour == Vector3.Zero || !Exact.IsFinite(place) || !(lamp.Reach > 0))
            return null;
        var towards = -camera.Turn(Exact.Unit(lamp.Direction, -Vector3.UnitY));
        // A cone of more than a half sphere is as good as none.
        var cone = lamp.Position is null || !(lamp.Spread < MathF.PI / 2) ? -2 : MathF.Cos(MathF.Max(lamp.Spread, 0));
        return new Light(lamp.Position is null, place, towards, colour, cone, lamp.Reach);
    }
}
