using Kinolux.Core.Frames;

namespace Kinolux.Restore.Stages.Degrain;

/// <summary>Luma at the size of the chroma planes, frame by frame: chroma alone says too little about which blocks are alike.</summary>
internal sealed class HalvedPlanes(FrameFormat format, Func<int, Plane> luma)
{
    private readonly Dictionary<int, Plane> _planes = [];
    private readonly Stack<Plane> _idle = new();

    public Plane Get(int frame)
    {
        if (_planes.TryGetValue(frame, out var plane))
            return plane;
        plane = _idle.TryPop(out var idle) ? idle : new Plane(format.PlaneWidth(1), format.PlaneHeight(1));
        Halve(luma(frame), plane);
        _planes.Add(frame, plane);
        return plane;
    }

    public void Forget(int frame)
    {
        foreach (var old in _planes.Keys.Where(n => n < frame).ToArray())
        {
            _planes.Remove(old, out var plane);
            _idle.Push(plane!); // Removed just above.
        }
    }

    private void Halve(Plane source, Plane target)
    {
        for (var y = 0; y < target.Height; y++)
        {
            var one = source.Row(Math.Min(y << format.ChromaShiftY, source.Height - 1));
            var two = source.Row(Math.Min((y << format.ChromaShiftY) + format.ChromaShiftY, source.Height - 1));
            var row = target.Row(y);
            for (var x = 0; x < row.Length; x++)
            {
                var left = Math.Min(x << format.ChromaShiftX, source.Width - 1);
                var right = Math.Min((x << format.ChromaShiftX) + format.ChromaShiftX, source.Width - 1);
                row[x] = (ushort)(one[left] + one[right] + two[left] + two[right] + 2 >> 2);
            }
        }
    }
}
