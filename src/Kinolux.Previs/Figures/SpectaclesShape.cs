using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>Glasses: two rims with their bridge and temples; dark ones have panes.</summary>
internal static class SpectaclesShape
{
    public static void Add(Sculpture to, HeadShape head, Glasses kind)
    {
        var frame = to.Part("glasses", new Vector3(.02f));
        foreach (var sign in (int[])[1, -1])
        {
            var rim = new Vector3[4, 17];
            for (var c = 0; c < 17; c++)
            {
                var (sin, cos) = MathF.SinCos(MathF.Tau * c / 16);
                for (var r = 0; r < 4; r++)
                {
                    var size = r switch { 0 => .0170f, 1 => .0195f, 2 => .0195f, _ => .0170f };
                    rim[r, c] = head.World(new(sign * (.0315f + size * 1.06f * cos), .1155f + size * sin, .0885f - .006f * MathF.Abs(.0315f + size * cos) / .05f + (r is 1 or 2 ? .001f * (r - 1) : 0) + (r >= 2 ? -.002f : 0)));
                }
            }
            to.Patch(rim, Joint.Head, _ => frame, head.World(new(sign * .0315f, .1155f, .07f)));
            if (kind == Glasses.Dark)
                Pane(to, head, sign, to.Part("panes", new Vector3(.012f)));
            Bar(to, head, new(sign * .0505f, .121f, .082f), new(sign * .081f, .117f, -.005f), frame);
        }
        Bar(to, head, new(-.0135f, .119f, .0895f), new(.0135f, .119f, .0895f), frame);
    }

    private static void Pane(Sculpture to, HeadShape head, int sign, byte part)
    {
        var pane = new Vector3[2, 17];
        for (var c = 0; c < 17; c++)
        {
            var (sin, cos) = MathF.SinCos(MathF.Tau * c / 16);
            pane[0, c] = head.World(new(sign * .0315f, .1155f, .0885f));
            pane[1, c] = head.World(new(sign * (.0315f + .0185f * cos), .1155f + .0180f * sin, .0865f));
        }
        to.Patch(pane, Joint.Head, _ => part, head.World(new(sign * .0315f, .1155f, .05f)));
    }

    private static void Bar(Sculpture to, HeadShape head, Vector3 from, Vector3 until, byte part)
    {
        var bar = new Sleeve(2, 4);
        var along = Vector3.Normalize(until - from);
        var across = Vector3.Normalize(Vector3.Cross(along, Vector3.UnitY));
        for (var r = 0; r < 2; r++)
            for (var c = 0; c < 4; c++)
            {
                var (sin, cos) = MathF.SinCos(MathF.Tau * (c + .5f) / 4);
                bar[r, c] = head.World((r == 0 ? from : until) + .0018f * (across * cos + Vector3.UnitY * sin));
                bar.Weight(r, c) = Joint.Head;
            }
        to.Add(bar, part);
    }
}
