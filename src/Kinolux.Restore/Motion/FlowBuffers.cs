namespace Kinolux.Restore.Motion;

/// <summary>Arrays that one flow after another is made in: fresh ones for each would keep the collector busier than the search. For one thread at a time.</summary>
internal sealed class FlowBuffers
{
    private readonly Dictionary<int, Stack<float[]>> _idle = [];

    /// <summary>An array of just that length, with whatever was in it.</summary>
    public float[] Rent(int length) => _idle.TryGetValue(length, out var idle) && idle.TryPop(out var array) ? array : new float[length];

    public void Return(float[] array)
    {
        if (!_idle.TryGetValue(array.Length, out var idle))
            _idle.Add(array.Length, idle = []);
        idle.Push(array);
    }
}
