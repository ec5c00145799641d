using System.Numerics;

namespace Kinolux.Restore.Demo;

/// <summary>A person of tapered limbs, lit from one side. Draws over what is behind.</summary>
internal sealed class Figure
{
    private readonly List<Limb> _limbs = [];
    private readonly Vector2 _light;
    private float _left = float.MaxValue, _right = float.MinValue, _top = float.MaxValue, _bottom = float.MinValue;

    private Figure(Vector2 light) => _light = Vector2.Normalize(light);

    /// <summary>What a person wears and does.</summary>
    /// <param name="Coat">Colour of coat or dress.</param>
    /// <param name="Legs">Colour of trousers or stockings.</param>
    /// <param name="Hat">Colour of hat or hair.</param>
    /// <param name="Dress">True for a wide skirt.</param>
    internal sealed record Look(Vector3 Coat, Vector3 Legs, Vector3 Hat, bool Dress = false);

    /// <summary>Angles in radians; 0 hangs straight down, positive swings towards the way the figure faces.</summary>
    internal readonly record struct Pose(float Lean, float LegA, float KneeA, float LegB, float KneeB, float ArmA, float ElbowA, float ArmB, float ElbowB, float Nod)
    {
        public static Pose Walking(float phase)
        {
            var (s, c) = MathF.SinCos(phase);
            return new Pose(0.06f, 0.48f * s, 0.25f + 0.45f * MathF.Max(0, -c), -0.48f * s, 0.25f + 0.45f * MathF.Max(0, c), -0.45f * s, 0.35f, 0.45f * s, 0.35f, 0.03f * MathF.Sin(2 * phase));
        }
    }

    private static readonly Vector3 Skin = new(0.62f, 0.40f, 0.29f);

    /// <param name="feet">Where it stands.</param>
    /// <param name="height">From feet to crown.</param>
    /// <param name="facing">1 to the right, -1 to the left.</param>
    public static Figure Standing(Vector2 feet, float height, float facing, Look look, Pose pose, Vector2 light)
    {
        var figure = new Figure(light);
        Vector2 Swing(Vector2 from, float angle, float length) => from + length * height * new Vector2(facing * MathF.Sin(angle), MathF.Cos(angle));
        var bent = 0.25f - 0.235f * MathF.Min(MathF.Cos(pose.LegA), MathF.Cos(pose.LegB)) - 0.015f;
        var hip = feet - new Vector2(0, (0.485f - bent) * height);
        var neck = Swing(hip, MathF.PI - pose.Lean, 0.335f);
        var shoulder = Vector2.Lerp(neck, hip, 0.10f);
        var head = Swing(neck, MathF.PI - pose.Lean - pose.Nod, 0.085f);
        void Arm(float swing, float elbow, float shade)
        {
            var joint = Swing(shoulder, swing, 0.165f);
            var hand = Swing(joint, swing + elbow, 0.15f);
            figure.Add(shoulder, joint, 0.038f * height, 0.030f * height, look.Coat * shade);
            figure.Add(joint, hand, 0.030f * height, 0.022f * height, look.Coat * shade);
            figure.Add(hand, Swing(hand, swing + elbow, 0.02f), 0.022f * height, 0.018f * height, Skin * shade);
        }
        void Leg(float swing, float knee, float shade)
        {
            var joint = Swing(hip, swing, 0.235f);
            var foot = Swing(joint, swing - knee, 0.23f);
            figure.Add(hip, joint, 0.055f * height, 0.042f * height, look.Legs * shade);
            figure.Add(joint, foot, 0.042f * height, 0.026f * height, look.Legs * shade);
            figure.Add(foot, foot + new Vector2(facing * 0.055f * height, 0.008f * height), 0.024f * height, 0.016f * height, new Vector3(0.03f, 0.025f, 0.02f));
        }
        Arm(pose.ArmB, pose.ElbowB, 0.72f);
        Leg(pose.LegB, pose.KneeB, 0.72f);
        Leg(pose.LegA, pose.KneeA, 1);
        if (look.Dress)
            figure.Add(Vector2.Lerp(hip, neck, 0.25f), Swing(hip, 0.05f * MathF.Sin(pose.LegA), 0.30f), 0.065f * height, 0.125f * height, look.Coat);
        figure.Add(hip, shoulder, (look.Dress ? 0.065f : 0.078f) * height, 0.082f * height, look.Coat);
        figure.Add(neck, Vector2.Lerp(neck, head, 0.4f), 0.028f * height, 0.028f * height, Skin * 0.8f);
        figure.Add(head, head + new Vector2(facing * 0.010f * height, 0.012f * height), 0.052f * height, 0.046f * height, Skin);
        figure.Add(head - new Vector2(0.062f * height, 0.030f * height), head + new Vector2(0.062f * height, -0.030f * height), 0.010f * height, 0.010f * height, look.Hat);
        figure.Add(head - new Vector2(0, 0.034f * height), head - new Vector2(0, 0.058f * height), 0.048f * height, 0.038f * height, look.Hat);
        Arm(pose.ArmA, pose.ElbowA, 1);
        return figure;
    }

    /// <summary>The figure's colour over <paramref name="behind"/>.</summary>
    public Vector3 Over(Vector3 behind, float x, float y, Vector3 ambient, Vector3 key)
    {
        if (x < _left || x > _right || y < _top || y > _bottom)
            return behind;
        foreach (var limb in _limbs)
        {
            var at = new Vector2(x, y) - limb.From;
            var t = Math.Clamp(Vector2.Dot(at, limb.Along) * limb.InverseSquare, 0, 1);
            var away = at - t * limb.Along;
            var radius = limb.StartRadius + (limb.EndRadius - limb.StartRadius) * t;
            var square = away.LengthSquared();
            if (square > radius * radius)
                continue;
            // A round limb: its normal leans outwards with the distance from the axis.
            var out2 = away / radius;
            var facing = MathF.Sqrt(MathF.Max(0, 1 - out2.LengthSquared()));
            var lit = MathF.Max(0, Vector2.Dot(out2, _light) * 0.8f + facing * 0.55f);
            var cloth = 0.9f + 0.2f * Texture.Mottle(x * 190, y * 190);
            behind = limb.Colour * cloth * (ambient * (0.6f + 0.4f * facing) + key * lit);
        }
        return behind;
    }

    /// <summary>Darkens the ground under the feet.</summary>
    public static float Shadow(Vector2 feet, float height, float x, float y)
    {
        var dx = (x - feet.X) / (0.22f * height);
        var dy = (y - feet.Y) / (0.035f * height);
        return 1 - 0.55f * MathF.Exp(-dx * dx - dy * dy);
    }

    private void Add(Vector2 from, Vector2 to, float startRadius, float endRadius, Vector3 colour)
    {
        var along = to - from;
        _limbs.Add(new Limb(from, along, 1 / MathF.Max(1e-8f, along.LengthSquared()), startRadius, endRadius, colour));
        var reach = MathF.Max(startRadius, endRadius);
        _left = MathF.Min(_left, MathF.Min(from.X, to.X) - reach);
        _right = MathF.Max(_right, MathF.Max(from.X, to.X) + reach);
        _top = MathF.Min(_top, MathF.Min(from.Y, to.Y) - reach);
        _bottom = MathF.Max(_bottom, MathF.Max(from.Y, to.Y) + reach);
    }

    private readonly record struct Limb(Vector2 From, Vector2 Along, float InverseSquare, float StartRadius, float EndRadius, Vector3 Colour);
}
