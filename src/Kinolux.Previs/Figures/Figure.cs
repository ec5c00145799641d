using System.Numerics;
using Kinolux.Previs.Geometry;

namespace Kinolux.Previs.Figures;

/// <summary>Somebody of our own making: a body in human proportion with clothes, on a skeleton that poses move. Stands on y = 0, faces +Z.</summary>
public sealed class Figure
{
    private readonly float[] _shares;
    private readonly byte[] _joints;

    private Figure(Looks looks)
    {
        Looks = looks;
        Proportions = Proportions.Of(looks.Age.Value, looks.Sex.Value, looks.Height.Value, looks.Build.Value);
        Skeleton = new(Proportions);
        var (mesh, weights, parts, tones) = FigureShape.Make(looks, Proportions, Skeleton);
        (Mesh, Parts, Tones) = (mesh, parts, tones);
        _shares = new float[weights.Length * 4];
        _joints = new byte[weights.Length * 4];
        for (var i = 0; i < weights.Length; i++)
        {
            var w = weights[i];
            ((ReadOnlySpan<float>)[w.ShareA, w.ShareB, w.ShareC, w.ShareD]).CopyTo(_shares.AsSpan(i * 4));
            ((ReadOnlySpan<byte>)[(byte)w.A, (byte)w.B, (byte)w.C, (byte)w.D]).CopyTo(_joints.AsSpan(i * 4));
        }
    }

    public Looks Looks { get; }

    public Proportions Proportions { get; }

    public Skeleton Skeleton { get; }

    /// <summary>The body at rest.</summary>
    public Mesh Mesh { get; }

    /// <summary>What each part of the mesh is: <c>skin</c>, <c>hair</c>, <c>coat</c>…</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>The colour of each part, linear.</summary>
    public IReadOnlyList<Vector3> Tones { get; }

    /// <summary>From sole to crown, metres.</summary>
    public float Height => Proportions.Height;

    /// <summary>How high the eyes are, standing straight.</summary>
    public float EyeHeight => Proportions.EyeHeight;

    /// <summary>Four shares a corner, which sum to 1.</summary>
    public ReadOnlySpan<float> Shares => _shares;

    /// <summary>The four joints whose shares those are.</summary>
    public ReadOnlySpan<byte> Joints => _joints;

    /// <summary>A figure of a description; the seed chooses what the words leave open. The same bits for the same words and seed.</summary>
    public static Figure Of(Description description, int seed) => new(Looks.Of(description, seed));

    /// <summary>A figure of settled looks.</summary>
    public static Figure Of(Looks looks) => new(looks);

    /// <summary>The figure in a pose, as a body of a scene.</summary>
    /// <param name="world">From the figure's space to the scene's.</param>
    /// <param name="id">What the body belongs to in the scene, from 1.</param>
    /// <param name="into">Memory for the corners, as many as the mesh has; made where null.</param>
    public Body Body(Pose pose, Matrix4x4 world, int id, Vector3[]? into = null)
    {
        var corners = into ?? new Vector3[Mesh.Positions.Length];
        Skin(pose, corners);
        return new(id, Mesh, world, Tones, corners);
    }

    /// <summary>Where a pose puts head, shoulders, hips, knees and feet.</summary>
    public Landmarks Landmarks(Pose pose, Matrix4x4 world) => Figures.Landmarks.Of(this, new Posture(Skeleton, pose), world);

    /// <summary>Moves every corner with its joints (linear blending), into memory of the caller. Allocates nothing.</summary>
    public void Skin(Pose pose, Vector3[] into)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(into.Length, Mesh.Positions.Length);
        Span<Vector4> columns = stackalloc Vector4[Skeleton.Count * 4];
        Columns(pose, columns);
        var positions = Mesh.Positions;
        for (var i = 0; i < positions.Length; i++)
        {
            var (x, y, z, t) = (Vector4.Zero, Vector4.Zero, Vector4.Zero, Vector4.Zero);
            for (var k = i * 4; k < i * 4 + 4 && _shares[k] > 0; k++)
            {
                var joint = columns.Slice(_joints[k] * 4, 4);
                var share = _shares[k];
                x += joint[0] * share;
                y += joint[1] * share;
                z += joint[2] * share;
                t += joint[3] * share;
            }
            var p = positions[i];
            var moved = x * p.X + y * p.Y + z * p.Z + t;
            // Cloth that would go through the floor is laid on it.
            into[i] = new(moved.X, Math.Max(moved.Y, Math.Min(p.Y, 0)), moved.Z);
        }
    }

    // What each joint does to a point at rest: three axes and where the origin goes.
    private void Columns(Pose pose, Span<Vector4> columns)
    {
        Span<Quaternion> turns = stackalloc Quaternion[Skeleton.Count];
        Span<Vector3> places = stackalloc Vector3[Skeleton.Count];
        Posture.Work(Skeleton, pose, places, turns);
        for (var j = 0; j < Skeleton.Count; j++)
        {
            var (x, y, z) = (Vector3.Transform(Vector3.UnitX, turns[j]), Vector3.Transform(Vector3.UnitY, turns[j]), Vector3.Transform(Vector3.UnitZ, turns[j]));
            var rest = Skeleton[(Joint)j];
            columns[j * 4] = new(x, 0);
            columns[j * 4 + 1] = new(y, 0);
            columns[j * 4 + 2] = new(z, 0);
            columns[j * 4 + 3] = new(places[j] - (x * rest.X + y * rest.Y + z * rest.Z), 0);
        }
    }
}
