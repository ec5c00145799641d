using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Motion;

namespace Kinolux.Restore.Stages.MissingFrames;

/// <summary>
/// Motion seen from a moment between two frames: for each 4 × 4 cell of the picture at that moment, along which vector from the first frame to the last it is passed,
/// and how far each of the two frames shows what is there. Found by casting both flows to the moment, keeping for each cell the vector along which the two frames agree best,
/// and improving it from neighbours and in small steps (symmetric bilateral motion: B.-D. Choi and others, "Motion-compensated frame interpolation using bilateral motion estimation and adaptive overlapped block motion compensation", 2007).
/// </summary>
internal sealed class BetweenMotion
{
    public const int Step = 4;

    // In sixteenths of a sample.
    private static readonly int[] Refinements = [8, 4, 2, 1];

    private readonly BetweenCost _cost;
    private readonly int _part;
    private readonly int _whole;
    private readonly (int X, int Y) _bend;

    private BetweenMotion(Plane first, Plane last, int part, int whole, (int X, int Y) bend)
    {
        (_part, _whole, _bend) = (part, whole, bend);
        Width = (first.Width + Step - 1) / Step;
        Height = (first.Height + Step - 1) / Step;
        U = new short[Width * Height];
        V = new short[Width * Height];
        Costs = new int[Width * Height];
        First = new short[Width * Height];
        Last = new short[Width * Height];
        _cost = new BetweenCost(first, last, this);
    }

    /// <summary>Cells per row.</summary>
    public int Width { get; }

    public int Height { get; }

    /// <summary>From the first frame to the last, in 1/16 luma samples.</summary>
    public short[] U { get; private set; }

    public short[] V { get; private set; }

    /// <summary>Weight of the first frame's sample, 0 to 256.</summary>
    public short[] First { get; }

    /// <summary>Weight of the last frame's sample, 0 to 256.</summary>
    public short[] Last { get; }

    /// <summary>Disagreement of the two frames along the vector.</summary>
    public int[] Costs { get; private set; }

    /// <summary>True where the two frames hardly agree anywhere: different scenes, or motion beyond finding.</summary>
    public bool Failed { get; private set; }

    /// <param name="forth">Flow from the first frame to the last.</param>
    /// <param name="back">Flow from the last frame to the first.</param>
    /// <param name="part">The moment, in frames after the first…</param>
    /// <param name="whole">…of this many to the last.</param>
    /// <param name="bend">How far the whole picture is from the straight way between the two frames at that moment, in 1/16 luma samples.</param>
    public static BetweenMotion Estimate(Plane first, Plane last, FlowField forth, FlowField back, int part, int whole, (int X, int Y) bend, RowRunner rows)
    {
        var motion = new BetweenMotion(first, last, part, whole, bend);
        motion.Cast(forth, back, rows);
        for (var round = 0; round < 2; round++)
            motion.Improve(rows);
        motion.Weigh(forth, back, rows);
        motion.Judge();
        return motion;
    }

    /// <summary>Where in the first frame is what passes a place along a vector, relative to the place, in 1/16 sample; in the last frame it is the vector further.</summary>
    public (int X, int Y) Before(int u, int v) => (-Part(u) - _bend.X, -Part(v) - _bend.Y);

    private int Part(int vector)
    {
        // Rounded to nearest, halves away from zero, so that a vector and its opposite mirror each other.
        var part = (Math.Abs(vector) * _part * 2 + _whole) / (2 * _whole);
        return vector < 0 ? -part : part;
    }

    private void Cast(FlowField forth, FlowField back, RowRunner rows)
    {
        var candidates = new CellCandidates(Width, Height);
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                var (u, v) = At(forth, x, y);
                var (beforeX, beforeY) = Before(u, v);
                candidates.Add((x * Step + 2) * 16 - beforeX, (y * Step + 2) * 16 - beforeY, u, v);
                (u, v) = At(back, x, y);
                (beforeX, beforeY) = Before(-u, -v);
                candidates.Add((x * Step + 2) * 16 + u - beforeX, (y * Step + 2) * 16 + v - beforeY, -u, -v);
            }
        rows.Run(Height, (top, end) =>
        {
            for (var y = top; y < end; y++)
                for (var x = 0; x < Width; x++)
                {
                    var best = new Best(_cost, x, y);
                    foreach (var (u, v) in candidates.At(x, y))
                        best.Try(u, v);
                    // Nothing came here: what is in the same place of either frame.
                    var (u0, v0) = At(forth, x, y);
                    best.Try(u0, v0);
                    (u0, v0) = At(back, x, y);
                    best.Try(-u0, -v0);
                    Set(y * Width + x, best, U, V, Costs);
                }
        });
    }

    private void Improve(RowRunner rows)
    {
        var (u, v, costs) = (new short[U.Length], new short[V.Length], new int[Costs.Length]);
        rows.Run(Height, (top, end) =>
        {
            for (var y = top; y < end; y++)
                for (var x = 0; x < Width; x++)
                {
                    var best = new Best(_cost, x, y);
                    best.Around(U, V, Width, Height);
                    foreach (var size in Refinements)
                        best.Refine(size);
                    Set(y * Width + x, best, u, v, costs);
                }
        });
        (U, V, Costs) = (u, v, costs);
    }

    // A frame shows what passes here when its own flow, at the place where the vector meets it, goes the same way.
    private void Weigh(FlowField forth, FlowField back, RowRunner rows) => rows.Run(Height, (top, end) =>
    {
        for (var y = top; y < end; y++)
            for (var x = 0; x < Width; x++)
            {
                var i = y * Width + x;
                var (beforeX, beforeY) = Before(U[i], V[i]);
                var first = Agreement(forth, (x * Step + 2) * 16 + beforeX, (y * Step + 2) * 16 + beforeY, U[i], V[i]);
                var last = Agreement(back, (x * Step + 2) * 16 + beforeX + U[i], (y * Step + 2) * 16 + beforeY + V[i], -U[i], -V[i]);
                var (near, far) = (first * (_whole - _part), last * _part);
                First[i] = (short)(256 * near / Math.Max(near + far, 1));
                Last[i] = (short)(256 - First[i]);
            }
    });

    // 1024 where the flow agrees, falling with the square of the difference, 4 at worst; little outside the picture.
    private int Agreement(FlowField flow, int x16, int y16, int u, int v)
    {
        var (x, y) = (x16 >> 4, y16 >> 4);
        if (x < 0 || y < 0 || x >= _cost.Width || y >= _cost.Height)
            return 1;
        var i = Math.Min(y / flow.Step, flow.Height - 1) * flow.Width + Math.Min(x / flow.Step, flow.Width - 1);
        var (du, dv) = (flow.U[i] - u, flow.V[i] - v);
        return Math.Max(1024 * 256 / (256 + du * du + dv * dv), 4);
    }

    private void Judge()
    {
        var sorted = Costs.ToArray();
        Array.Sort(sorted);
        // Half the picture differs by more than a tenth of the whole range.
        Failed = sorted[sorted.Length / 2] > BetweenCost.Samples * 6500;
    }

    private static void Set(int i, Best best, short[] u, short[] v, int[] costs) =>
        (u[i], v[i], costs[i]) = ((short)best.U, (short)best.V, best.Cost);

    private static (int U, int V) At(FlowField flow, int cellX, int cellY)
    {
        var x = Math.Min((cellX * Step + 2) / flow.Step, flow.Width - 1);
        var y = Math.Min((cellY * Step + 2) / flow.Step, flow.Height - 1);
        return (flow.U[y * flow.Width + x], flow.V[y * flow.Width + x]);
    }

    private struct Best(BetweenCost cost, int x, int y)
    {
        private int _fromU;
        private int _fromV;

        public int U { get; private set; }

        public int V { get; private set; }

        public int Cost { get; private set; } = int.MaxValue;

        public void Try(int u, int v)
        {
            var apart = BetweenCost.Samples * (Math.Abs(u - _fromU) + Math.Abs(v - _fromV));
            if (apart < Cost && cost.Of(x, y, u, v) + apart is var value && value < Cost)
                (U, V, Cost) = (u, v, value);
        }

        // Its own vector and those of the eight cells around; differing from their median costs a little, so that even areas follow.
        public void Around(short[] us, short[] vs, int width, int height)
        {
            Span<short> u = stackalloc short[9];
            Span<short> v = stackalloc short[9];
            var count = 0;
            for (var j = Math.Max(y - 1, 0); j <= Math.Min(y + 1, height - 1); j++)
                for (var i = Math.Max(x - 1, 0); i <= Math.Min(x + 1, width - 1); i++)
                    (u[count], v[count++]) = (us[j * width + i], vs[j * width + i]);
            Span<short> sorted = stackalloc short[9];
            u[..count].CopyTo(sorted);
            sorted[..count].Sort();
            _fromU = sorted[count / 2];
            v[..count].CopyTo(sorted);
            sorted[..count].Sort();
            _fromV = sorted[count / 2];
            for (var i = 0; i < count; i++)
                if (!WasTried(u, v, i))
                    Try(u[i], v[i]);
        }

        // Most neighbours go the same way.
        private static bool WasTried(ReadOnlySpan<short> u, ReadOnlySpan<short> v, int index)
        {
            for (var i = 0; i < index; i++)
                if (u[i] == u[index] && v[i] == v[index])
                    return true;
            return false;
        }

        public void Refine(int size)
        {
            var (u, v) = (U, V);
            Try(u - size, v);
            Try(u + size, v);
            Try(u, v - size);
            Try(u, v + size);
        }
    }
}
