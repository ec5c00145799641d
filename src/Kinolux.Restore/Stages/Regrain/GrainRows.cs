namespace Kinolux.Restore.Stages.Regrain;

/// <summary>The last three rows of a <see cref="GrainField"/>, filtered across.</summary>
internal sealed class GrainRows(int width)
{
    private readonly float[][] _rows = [new float[width], new float[width], new float[width]];
    private readonly int[] _numbers = [int.MinValue, int.MinValue, int.MinValue];

    public float[] this[int y] => _rows[Slot(y)];

    public bool Has(int y) => _numbers[Slot(y)] == y;

    public float[] Start(int y)
    {
        _numbers[Slot(y)] = y;
        return _rows[Slot(y)];
    }

    private static int Slot(int y) => (y + 3) % 3;
}
