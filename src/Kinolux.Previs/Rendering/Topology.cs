using System.Numerics;
using System.Runtime.CompilerServices;
using Kinolux.Previs.Geometry;

namespace Kinolux.Previs.Rendering;

/// <summary>
/// What a mesh is like however it is posed: its edges, which of them are creases, which corners share a normal, which pieces are closed.
/// Found once for a mesh and kept as long as the mesh.
/// </summary>
internal sealed class Topology
{
    /// <summary>The cosine of the angle from which on two triangles meet in a crease: 38°, so that a cylinder of ten sides is round and a roof is not.</summary>
    private const float CreaseCosine = 0.788f;

    private static readonly ConditionalWeakTable<Mesh, Topology> Known = [];

    public readonly MeshEdge[] Edges;

    /// <summary>For every corner of every triangle, its normal's place among <see cref="NormalCount"/>.</summary>
    public readonly int[] Normals;

    public readonly int NormalCount;

    /// <summary>For every triangle, the piece that it belongs to: what hangs together by edges.</summary>
    public readonly int[] Pieces;

    public readonly int PieceCount;

    /// <summary>For every triangle, whether its piece has an inside, so that its back is never seen.</summary>
    public readonly bool[] Closed;

    public readonly int LastPart;

    /// <summary>The normals of the mesh as it is; not of length 1.</summary>
    public readonly Vector3[] RestNormals;

    /// <summary>A ball around all corners of the mesh as it is.</summary>
    public readonly Ball Ball;

    private Topology(Mesh mesh)
    {
        Ball = Ball.Around(mesh.Positions);
        Check(mesh);
        LastPart = mesh.Parts.Length == 0 ? -1 : mesh.Parts.Max();
        var faces = FaceNormals(mesh);
        var sides = SortedSides(mesh.Triangles);
        var pieces = new Sets(mesh.Count);
        var shared = new Sets(mesh.Triangles.Length);
        var edges = new List<MeshEdge>(sides.Length / 2 + 1);
        var open = new List<int>();
        for (var i = 0; i < sides.Length;)
        {
            var next = i + 1;
            while (next < sides.Length && sides[next].Key == sides[i].Key)
                next++;
            for (var j = i; j < next; j += 2)
                edges.Add(j + 1 < next ? Between(mesh, faces, sides[j].Side, sides[j + 1].Side, shared, pieces) : Rim(mesh, sides[j].Side));
            if (next - i != 2 || From(mesh, sides[i].Side) == From(mesh, sides[i + 1].Side))
                for (var j = i; j < next; j++)
                    open.Add(sides[j].Side / 3);
            i = next;
        }
        Edges = [.. edges];
        Normals = shared.Numbered(out NormalCount);
        Pieces = pieces.Numbered(out PieceCount);
        var isOpen = new bool[PieceCount];
        foreach (var triangle in open)
            isOpen[Pieces[triangle]] = true;
        Closed = Array.ConvertAll(Pieces, piece => !isOpen[piece]);
        RestNormals = new Vector3[NormalCount];
        SumNormals(mesh.Triangles, mesh.Positions, RestNormals);
    }

    /// <exception cref="ArgumentException">The mesh names corners that it does not have, or its parts are not one for each triangle.</exception>
    public static Topology Of(Mesh mesh) => Known.GetValue(mesh, static mesh => new Topology(mesh));

    /// <summary>Adds up, for each normal, the normals of the triangles around it, each as long as its triangle is large.</summary>
    public void SumNormals(int[] triangles, Vector3[] corners, Span<Vector3> normals)
    {
        normals.Clear();
        for (var i = 0; i + 2 < triangles.Length; i += 3)
        {
            var face = Exact.Cross(corners[triangles[i + 1]] - corners[triangles[i]], corners[triangles[i + 2]] - corners[triangles[i]]);
            if (!Exact.IsFinite(face))
                continue;
            normals[Normals[i]] += face;
            normals[Normals[i + 1]] += face;
            normals[Normals[i + 2]] += face;
        }
    }

    private static void Check(Mesh mesh)
    {
        if (mesh.Triangles.Length != 3L * mesh.Parts.Length)
            throw new ArgumentException($"A mesh has {mesh.Triangles.Length} indices and {mesh.Parts.Length} parts; it needs three indices a part.", nameof(mesh));
        foreach (var corner in mesh.Triangles)
            if ((uint)corner >= (uint)mesh.Positions.Length)
                throw new ArgumentException($"A mesh of {mesh.Positions.Length} corners names corner {corner}.", nameof(mesh));
    }

    private static Vector3[] FaceNormals(Mesh mesh)
    {
        var faces = new Vector3[mesh.Count];
        for (var i = 0; i < faces.Length; i++)
        {
            var (a, b, c) = (mesh.Positions[mesh.Triangles[3 * i]], mesh.Positions[mesh.Triangles[3 * i + 1]], mesh.Positions[mesh.Triangles[3 * i + 2]]);
            faces[i] = Exact.Unit(Exact.Cross(b - a, c - a), Vector3.Zero);
        }
        return faces;
    }

    // Sides are 3·triangle + n, from the nth corner to the next. The same two corners stand together afterwards, in the order of their triangles.
    private static (ulong Key, int Side)[] SortedSides(int[] triangles)
    {
        var (keys, sides) = (new ulong[triangles.Length], new int[triangles.Length]);
        var count = 0;
        for (var side = 0; side < triangles.Length; side++)
        {
            var (from, to) = (triangles[side], triangles[Next(side)]);
            if (from == to)
                continue;
            (keys[count], sides[count]) = (((ulong)(uint)Math.Min(from, to) << 32) | (uint)Math.Max(from, to), side);
            count++;
        }
        var all = new (ulong Key, int Side)[count];
        for (var i = 0; i < count; i++)
            all[i] = (keys[i], sides[i]);
        Array.Sort(all);
        return all;
    }

    private static int Next(int side) => side % 3 == 2 ? side - 2 : side + 1;

    private static int From(Mesh mesh, int side) => mesh.Triangles[side];

    private static MeshEdge Rim(Mesh mesh, int side) => new(From(mesh, side), From(mesh, Next(side)), side / 3, side / 3, MeshEdgeKind.Rim);

    private static MeshEdge Between(Mesh mesh, Vector3[] faces, int left, int right, Sets shared, Sets pieces)
    {
        pieces.Unite(left / 3, right / 3);
        var agree = From(mesh, left) != From(mesh, right);
        var bent = !agree || Exact.Dot(faces[left / 3], faces[right / 3]) < CreaseCosine;
        // A triangle without an area has no normal: it bends nothing.
        if (agree && (faces[left / 3] == Vector3.Zero || faces[right / 3] == Vector3.Zero))
            bent = false;
        if (!bent)
        {
            shared.Unite(left, Next(right));
            shared.Unite(Next(left), right);
        }
        var kind = bent ? MeshEdgeKind.Crease : mesh.Parts[left / 3] != mesh.Parts[right / 3] ? MeshEdgeKind.Seam : MeshEdgeKind.Smooth;
        return new MeshEdge(From(mesh, left), From(mesh, Next(left)), left / 3, right / 3, kind);
    }

    /// <summary>Disjoint sets (Galler and Fischer, "An improved equivalence algorithm", 1964).</summary>
    private sealed class Sets(int count)
    {
        private readonly int[] _parents = [.. Enumerable.Range(0, count)];

        public void Unite(int a, int b)
        {
            (a, b) = (Root(a), Root(b));
            _parents[Math.Max(a, b)] = Math.Min(a, b);
        }

        /// <summary>For every member the number of its set, in the order of their first members.</summary>
        public int[] Numbered(out int sets)
        {
            var numbers = new int[_parents.Length];
            sets = 0;
            for (var i = 0; i < numbers.Length; i++)
                numbers[i] = Root(i) == i ? sets++ : numbers[Root(i)];
            return numbers;
        }

        private int Root(int member)
        {
            while (_parents[member] != member)
                member = _parents[member] = _parents[_parents[member]];
            return member;
        }
    }
}
