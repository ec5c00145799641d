namespace Kinolux.Previs.Rendering;

/// <summary>How wide lines are, in pixels: even, as drawn with a pen, in proportion to the picture, a little thinner where things are far away.</summary>
internal readonly struct Pen(Camera camera)
{
    public const float Outline = 1, Fold = 0.75f, Crease = 0.55f, Seam = 0.42f;

    private readonly float _full = 1.9f / 540 * camera.Height;
    private readonly float _size = camera.FocalY / (0.4f * camera.Height);

    /// <summary>The width of a line of a kind.</summary>
    /// <param name="nearness">1 by the distance, metres.</param>
    public float Width(float kind, float nearness) => _full * kind * Math.Clamp(MathF.Sqrt(_size * nearness), 0.55f, 1.2f);
}
