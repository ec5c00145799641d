namespace Kinolux.Previs.Rendering;

/// <summary>
/// Finds the lines where two surfaces pass through each other, which are no edge of any mesh: a hand on a table, a foot in grass. Nearness is even across a facet,
/// so two facets are equally near on a straight line; it is drawn where two pixels beside each other show them.
/// </summary>
internal readonly struct MeetingLines(Camera camera, Projection projection, int[] owners)
{
    // Half the length of a stroke, pixels: enough to meet its neighbours.
    private const float Half = 0.75f;

    private readonly Pen _pen = new(camera);

    public void Find(int first, int end, Strokes strokes)
    {
        for (var y = first; y < end; y++)
            for (var x = 0; x < camera.Width; x++)
            {
                var owner = owners[y * camera.Width + x];
                if (owner < 0)
                    continue;
                if (x + 1 < camera.Width && owners[y * camera.Width + x + 1] is >= 0 and var right && right != owner)
                    Meet(owner, right, x + 1, y + 0.5f, strokes);
                if (y + 1 < camera.Height && owners[(y + 1) * camera.Width + x] is >= 0 and var below && below != owner)
                    Meet(owner, below, x + 0.5f, y + 1, strokes);
            }
    }

    private void Meet(int one, int other, float x, float y, Strokes strokes)
    {
        ref readonly var a = ref projection.Facet(one);
        ref readonly var b = ref projection.Facet(other);
        if (a.Piece == b.Piece)
            return;
        var (nearness, apart) = (a.NearnessAt(x, y), a.NearnessAt(x, y) - b.NearnessAt(x, y));
        var (dx, dy) = (a.NearX - b.NearX, a.NearY - b.NearY);
        var slope = dx * dx + dy * dy;
        // Surfaces that are nearly one have no line between them.
        if (!(slope > nearness * nearness * 1e-8f) || apart * apart > slope)
            return;
        var length = MathF.Sqrt(slope);
        (x, y) = (x - dx * apart / slope, y - dy * apart / slope);
        var (alongX, alongY) = (-dy / length * Half, dx / length * Half);
        var isSame = projection.Bodies[a.Body].Body.Id == projection.Bodies[b.Body].Body.Id;
        strokes.Add(new Stroke(x - alongX, y - alongY, x + alongX, y + alongY, _pen.Width(isSame ? Pen.Crease : Pen.Fold, nearness)));
    }
}
