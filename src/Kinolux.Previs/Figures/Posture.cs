using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>A pose worked out for a skeleton: where each joint is and how it is turned, in the figure's space.</summary>
public sealed class Posture
{
    private readonly Skeleton _skeleton;
    private readonly Vector3[] _places = new Vector3[Skeleton.Count];
    private readonly Quaternion[] _turns = new Quaternion[Skeleton.Count];

    public Posture(Skeleton skeleton, Pose pose)
    {
        _skeleton = skeleton;
        Take(pose);
    }

    /// <summary>Where a joint is, metres.</summary>
    public Vector3 this[Joint joint] => _places[(int)joint];

    /// <summary>How a joint is turned against its rest.</summary>
    public Quaternion Turn(Joint joint) => _turns[(int)joint];

    /// <summary>Where a point is that hangs on a joint; the point is given at rest.</summary>
    public Vector3 Place(Joint joint, Vector3 atRest) => this[joint] + Vector3.Transform(atRest - _skeleton[joint], Turn(joint));

    /// <summary>Works another pose out in the same memory.</summary>
    public void Take(Pose pose) => Work(_skeleton, pose, _places, _turns);

    internal static void Work(Skeleton skeleton, Pose pose, Span<Vector3> places, Span<Quaternion> turns)
    {
        for (var j = 0; j < Skeleton.Count; j++)
        {
            var joint = (Joint)j;
            var carrier = (int)Skeleton.CarrierOf(joint);
            turns[j] = j == 0 ? pose[joint] : Quaternion.Normalize(turns[carrier] * pose[joint]);
            places[j] = j == 0 ? pose.Hips : places[carrier] + Vector3.Transform(skeleton[joint] - skeleton[(Joint)carrier], turns[carrier]);
        }
    }
}
