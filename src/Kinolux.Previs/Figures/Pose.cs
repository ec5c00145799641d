using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>How a figure holds itself: where its hips are, in its own space (soles on y = 0, facing +Z), and how each joint is turned against the joint that carries it.</summary>
public sealed class Pose
{
    private readonly Quaternion[] _turns = new Quaternion[Skeleton.Count];

    /// <summary>At rest: hips where the skeleton has them, nothing turned.</summary>
    public Pose(Skeleton skeleton)
    {
        Hips = skeleton[Joint.Hips];
        Array.Fill(_turns, Quaternion.Identity);
    }

    private Pose(Pose other)
    {
        Hips = other.Hips;
        other._turns.CopyTo(_turns, 0);
    }

    /// <summary>Where the joint of the hips is, metres.</summary>
    public Vector3 Hips { get; set; }

    /// <summary>How a joint is turned against its carrier.</summary>
    public Quaternion this[Joint joint]
    {
        get => _turns[(int)joint];
        set => _turns[(int)joint] = value;
    }

    public Pose Copy() => new(this);

    /// <summary>Between two poses: every joint turns the shorter way.</summary>
    /// <param name="share">0 gives the first, 1 the second.</param>
    public static Pose Between(Pose first, Pose second, float share)
    {
        var pose = new Pose(first) { Hips = Vector3.Lerp(first.Hips, second.Hips, share) };
        for (var j = 0; j < Skeleton.Count; j++)
            pose._turns[j] = Quaternion.Slerp(first._turns[j], second._turns[j], share);
        return pose;
    }
}
