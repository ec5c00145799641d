using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>
/// A walk along a path. Footprints are laid first; feet swing from one to the next and stand between, held there by inverse kinematics,
/// while the hips pass over them. A function of time alone: each moment is worked out by itself, the same bits in any order.
/// </summary>
public sealed class Walk
{
    private readonly Figure _figure;
    private readonly WalkPath _path;
    private readonly WalkPace _pace;
    private readonly Proportions _p;
    private readonly bool _runs;
    private readonly int _steps;
    private readonly float _step;
    private readonly float _ease;
    private readonly float _speed;
    private readonly float _swing;
    private readonly int _seed;
    private readonly Side _lame;

    /// <param name="path">Places on the floor, at least two, metres; corners are rounded.</param>
    public Walk(Figure figure, IReadOnlyList<Vector3> path, WalkPace pace, int seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(path.Count, 2);
        (_figure, _p, _path, _pace, _seed) = (figure, figure.Proportions, new(path), pace, seed);
        _lame = new Chance(seed, "lame").Next() < .5f ? Side.Left : Side.Right;
        var leg = _p.HipHeight;
        _runs = pace.Runs(leg) && pace.Gait == Gait.Even;
        // Step length grows with the root of speed: D. W. Grieve and R. J. Gear, "The relationships between length of stride, step frequency, time of swing and speed of walking" (1966).
        var natural = leg * (_runs ? .55f + .50f * pace.Speed / MathF.Sqrt(9.81f * leg) : .75f * MathF.Sqrt(Math.Clamp(pace.Speed / (1.35f * MathF.Sqrt(leg / .92f)), .15f, 1.4f)));
        natural *= pace.Gait switch { Gait.Shuffle => .62f, Gait.Limp => .86f, Gait.Cane or Gait.Crutches => .78f, _ => 1 };
        _steps = Math.Max(1, (int)MathF.Round(_path.Length / natural));
        _step = _path.Length / _steps;
        _swing = _runs ? 1.36f : pace.Gait == Gait.Shuffle ? .72f : .84f;
        _ease = Math.Min(_runs ? .9f : .7f, _path.Length / Math.Max(.05f, pace.Speed));
        _speed = Math.Max(.05f, pace.Speed);
        Seconds = _path.Length / _speed + _ease;
    }

    /// <summary>How long it takes, from standing to standing.</summary>
    public float Seconds { get; }

    /// <summary>How many steps it has, the last one, which closes, not counted.</summary>
    public int Steps => _steps;

    /// <summary>The figure at a moment; before the start it stands at the start, after the end at the end.</summary>
    public Walked At(float seconds)
    {
        var (metres, speed) = Travel(Math.Clamp(seconds, 0, Seconds));
        var phase = Phase(metres);
        var heading = Yaw(_path.Direction(metres));
        var place = _path.At(metres);
        var world = Matrix4x4.CreateRotationY(heading) * Matrix4x4.CreateTranslation(place);
        Matrix4x4.Invert(world, out var home);
        var going = Math.Min(1, speed / _speed);
        var pose = new Pose(_figure.Skeleton);
        Carry(pose, phase, going);
        var (left, right) = (Foot(Side.Left, phase), Foot(Side.Right, phase));
        Lower(pose, left, right, home, phase, going);
        foreach (var (side, foot) in (ReadOnlySpan<(Side, Print)>)[(Side.Left, left), (Side.Right, right)])
            Stand(pose, side, foot, home, heading);
        foreach (var side in (Side[])[Side.Left, Side.Right])
            SwingArm(pose, side, phase, going);
        return new(pose, world, speed);
    }

    /// <summary>Where a foot is: its sole's middle below the ankle in the scene, its heading, how its heel is raised (radians), and how free it is: 0 where it stands, 1 in the middle of its swing.</summary>
    internal readonly record struct Print(Vector3 Place, float Heading, float Pitch, float Free)
    {
        public bool Stands => Free == 0;
    }

    // Metres and speed after so many seconds: speed rises and falls by a smooth step.
    private (float Metres, float Speed) Travel(float t)
    {
        float Eased(float u) => _ease * _speed * (u * u * u - u * u * u * u / 2);
        if (t < _ease)
            return (Eased(t / _ease), _speed * TrunkShape.Step(t / _ease, 0, 1));
        var left = Seconds - t;
        return left < _ease ? (_path.Length - Eased(left / _ease), _speed * TrunkShape.Step(left / _ease, 0, 1)) : (_ease * _speed / 2 + (t - _ease) * _speed, _speed);
    }

    // Steps done: the hips are half a step behind the foremost print, and start and end above both feet.
    private float Phase(float metres)
    {
        var half = _step / 2;
        if (metres <= half)
            return MathF.Sqrt(Math.Max(0, metres / half));
        var left = _path.Length - metres;
        return left <= half ? _steps + 1 - MathF.Sqrt(Math.Max(0, left / half)) : metres / _step + .5f;
    }

    // Print number k (the left foot has the even ones); 0 and −1 are where the feet stand at first.
    private (Vector3 Place, float Heading) Laid(int k)
    {
        var side = (k & 1) == 0 ? Side.Left : Side.Right;
        var metres = Math.Clamp(k, 0, _steps) * _step;
        // The first and the last step are short ones.
        if (_steps > 2 && k > 0 && k < _steps)
            metres += k == 1 ? -.18f * _step : k == _steps - 1 ? .18f * _step : 0;
        if (_pace.Gait == Gait.Limp && k > 0 && k < _steps)
            metres += (side == _lame ? .10f : -.10f) * _step;
        var way = _path.Direction(metres);
        var out_ = _p.HipWidth * (_runs ? .45f : _pace.Gait is Gait.Shuffle or Gait.Cane ? 1.05f : .78f);
        var aside = new Vector3(way.Z, 0, -way.X) * (side == Side.Left ? out_ : -out_);
        return (_path.At(metres) + aside, Yaw(way) + (side == Side.Left ? 1 : -1) * .12f);
    }

    private Print Foot(Side side, float phase)
    {
        // Swing k takes the foot from print k − 1 to print k + 1, about the middle of step k.
        var odd = side == Side.Left ? 1 : 0;
        var k = (int)MathF.Round((phase - .5f - odd) / 2) * 2 + odd;
        k = Math.Clamp(k, odd, _steps - (_steps - odd & 1));
        var long_ = Long(k);
        var u = (phase - (k + .5f - long_ / 2)) / long_;
        var (from, to) = (Laid(k - 1), Laid(k + 1));
        if (Vector3.Distance(from.Place, to.Place) < 1e-4f)
            return new(from.Place, from.Heading, 0, 0);
        if (u <= 0)
            return new(from.Place, from.Heading, k - 1 <= 0 ? Lift(phase, k) * .5f : Lift(phase, k), 0);
        if (u >= 1)
            return new(to.Place, to.Heading, Land(phase, k), 0);
        var go = u * u * u * (u * (u * 6 - 15) + 10);
        var high = (_runs ? .17f : _pace.Gait switch { Gait.Shuffle => .018f, Gait.Limp when side == _lame => .03f, _ => .05f }) * _p.Scale * MathF.Sin(MathF.PI * MathF.Pow(u, .8f));
        var pitch = float.Lerp(LiftAt(k), 0, TrunkShape.Step(u, 0, .45f)) + (_runs ? .5f : .18f) * MathF.Sin(MathF.PI * MathF.Min(1, u * 2.2f)) * (1 - u) + LandAt(k) * TrunkShape.Step(u, .5f, 1);
        return new(Vector3.Lerp(from.Place, to.Place, go) + new Vector3(0, high, 0), float.Lerp(from.Heading, from.Heading + Wrapped(to.Heading - from.Heading), go), pitch, Math.Min(u, 1 - u) * 2);
    }

    private float Long(int k) => k <= 0 || k >= _steps ? Math.Min(.86f, _swing) : _swing;

    private float LiftAt(int k) => (_pace.Gait switch { Gait.Shuffle => .12f, _ => _runs ? .62f : .50f }) * Math.Min(1, _step / (_p.HipHeight * .6f)) * (k <= 0 ? .35f : 1);

    private float LandAt(int k) => (_runs || _pace.Gait == Gait.Shuffle ? -.04f : -.26f) * Math.Min(1, _step / (_p.HipHeight * .6f)) * (k >= _steps ? .25f : 1);

    // The heel leaves the floor before the foot does, and the toes come down after it has landed.
    private float Lift(float phase, int k) => LiftAt(k) * TrunkShape.Step(phase, k + .5f - Long(k) / 2 - .42f, k + .5f - Long(k) / 2);

    private float Land(float phase, int k) => LandAt(k) * (1 - TrunkShape.Step(phase, k + .5f + Long(k) / 2, k + .5f + Long(k) / 2 + .16f));

    private void Carry(Pose pose, float phase, float going)
    {
        var s = MathF.Sin(MathF.PI * phase) * going;
        var left = MathF.Cos(MathF.PI * phase);
        var lean = _runs ? 9 * going : _pace.Gait == Gait.Shuffle ? 5 : 1.5f * going;
        // The hips go over the foot that stands, and turn with the leg that swings.
        var sway = -MathF.Sin(MathF.PI * phase) * (_runs ? .006f : .016f) * going * -1;
        var limp = _pace.Gait == Gait.Limp ? Math.Max(0, MathF.Sin(MathF.PI * phase) * (_lame == Side.Left ? 1 : -1)) * going : 0;
        pose.Hips += new Vector3(sway * _p.Scale, 0, 0);
        pose[Joint.Hips] = Poses.Turned(lean * .4f, 5.5f * left * going, 2.2f * s * -1 + (_lame == Side.Left ? -7 : 7) * limp);
        var old = _pace.Gait == Gait.Shuffle ? 14 : _pace.Gait == Gait.Upright ? -2 : 0;
        pose[Joint.Spine] = Poses.Turned(lean * .6f + old, -5 * left * going, 1.2f * s + (_lame == Side.Left ? 5 : -5) * limp);
        pose[Joint.Chest] = Poses.Turned(old * .6f, -7 * left * going, 1.0f * s);
        pose[Joint.Neck] = Poses.Turned(-lean * .4f - old * .6f, 3 * left * going, 0);
        pose[Joint.Head] = Poses.Turned(-lean * .4f - old * .7f, 3.4f * left * going, 0);
    }

    // As high as the legs allow that stand, or soon stand, with the rise and fall of walking.
    private void Lower(Pose pose, Print left, Print right, Matrix4x4 home, float phase, float going)
    {
        var rise = (_runs ? -.035f : .018f) * _p.Scale * -MathF.Cos(MathF.Tau * phase) * going;
        var height = pose.Hips.Y - (_runs ? .085f : _pace.Gait == Gait.Shuffle ? .035f : .032f) * _p.Scale * going - .006f * _p.Scale + rise;
        var leg = (_p.HipHeight - _p.AnkleHeight) * .997f;
        var allowed = float.MaxValue;
        foreach (var (foot, sign) in (ReadOnlySpan<(Print, int)>)[(left, 1), (right, -1)])
        {
            var ankle = Ankle(foot, home);
            var hip = new Posture(_figure.Skeleton, pose)[sign > 0 ? Joint.LeftUpperLeg : Joint.RightUpperLeg];
            var (x, z) = (ankle.X - hip.X, ankle.Z - hip.Z);
            allowed = Math.Min(allowed, ankle.Y + MathF.Sqrt(Math.Max(.01f, MathF.Pow(leg * (1 + .5f * foot.Free), 2) - x * x - z * z)) + (pose.Hips.Y - hip.Y));
        }
        // A smooth least of the two, so that the hips never jerk.
        var soft = (_runs ? .12f : .055f) * _p.Scale;
        var h = Math.Clamp(.5f + .5f * (height - allowed) / soft, 0, 1);
        pose.Hips = pose.Hips with { Y = allowed == float.MaxValue ? height : float.Lerp(height, allowed, h) - soft * h * (1 - h) };
    }

    // Where the ankle is when a foot is pitched about its ball (heel up) or its heel (toes up).
    private Vector3 Ankle(Print foot, Matrix4x4 home)
    {
        var about = Pivot(foot);
        var turn = Turn(foot);
        var flat = new Vector3(0, _p.AnkleHeight, 0);
        var way = Quaternion.CreateFromAxisAngle(Vector3.UnitY, foot.Heading);
        var ankle = foot.Place + Vector3.Transform(about, way) + Vector3.Transform(flat - about, turn);
        return Vector3.Transform(ankle, home);
    }

    private Vector3 Pivot(Print foot) => new(0, 0, foot.Pitch > 0 ? _p.Foot * .47f + .01f * _p.Scale : -_p.Foot * .25f);

    private static Quaternion Turn(Print foot) => Quaternion.CreateFromAxisAngle(Vector3.UnitY, foot.Heading) * Quaternion.CreateFromAxisAngle(Vector3.UnitX, foot.Pitch);

    private void Stand(Pose pose, Side side, Print foot, Matrix4x4 home, float heading)
    {
        var sign = side == Side.Left ? 1 : -1;
        var yaw = Wrapped(foot.Heading - heading);
        var pole = Vector3.Transform(new Vector3(sign * .04f, .1f, 1), Quaternion.CreateFromAxisAngle(Vector3.UnitY, yaw * .7f));
        Limb.Reach(_figure.Skeleton, pose, Skeleton.Of(Joint.LeftUpperLeg, side), Ankle(foot, home), pole);
        Limb.Turn(_figure.Skeleton, pose, Skeleton.Of(Joint.LeftFoot, side), Turn(foot with { Heading = yaw }));
        // Toes stay flat while the heel is up.
        if (foot.Pitch > 0)
            pose[Skeleton.Of(Joint.LeftToes, side)] = Quaternion.CreateFromAxisAngle(Vector3.UnitX, -foot.Pitch * (foot.Stands ? 1 : .4f));
    }

    private void SwingArm(Pose pose, Side side, float phase, float going)
    {
        var sign = side == Side.Left ? 1 : -1;
        // An arm goes with the other leg.
        var forward = MathF.Cos(MathF.PI * phase) * -sign * going;
        var wide = (_runs ? .26f : _pace.Gait == Gait.Shuffle ? .06f : _pace.Gait == Gait.Cane ? .08f : .17f) * Math.Min(1.2f, _step / (_p.HipHeight * .75f));
        Poses.HangArm(_figure, pose, side, 0, .012f + .01f * (new Chance(_seed, "arms").Next()));
        var shoulder = Skeleton.Of(Joint.LeftUpperArm, side);
        var carrier = new Posture(_figure.Skeleton, pose).Turn(Skeleton.CarrierOf(shoulder));
        var swing = -forward * wide * 2.0f;
        pose[shoulder] = Quaternion.Normalize(Quaternion.Conjugate(carrier) * Quaternion.CreateFromAxisAngle(Vector3.UnitX, swing + (_runs ? .12f : .03f)) * carrier * pose[shoulder]);
        var bend = (_runs ? 1.25f : .10f + .20f * Math.Max(0, forward)) * going;
        pose[shoulder + 1] = Quaternion.Normalize(pose[shoulder + 1] * Hinge(sign, bend));
    }

    // An elbow bends about what at rest is across the arm in the plane of the figure's front.
    private static Quaternion Hinge(int sign, float bend) => Quaternion.CreateFromAxisAngle(Vector3.Normalize(new Vector3(1, sign, 0)), -bend);

    private static float Yaw(Vector3 way) => MathF.Atan2(way.X, way.Z);

    private static float Wrapped(float angle)
    {
        while (angle > MathF.PI)
            angle -= MathF.Tau;
        while (angle < -MathF.PI)
            angle += MathF.Tau;
        return angle;
    }
}
