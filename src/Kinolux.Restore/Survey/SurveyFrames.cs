using System.Collections;

namespace Kinolux.Restore.Survey;

/// <summary>The frames of a survey's file as a list; reads blocks when asked and keeps the last few. Thread-safe.</summary>
internal sealed class SurveyFrames(FileStream stream, long start, int count) : IReadOnlyList<FrameSurvey>
{
    private const int BlockLength = 64;
    private const int Kept = 4;
    private readonly LinkedList<(int Block, FrameSurvey[] Frames)> _blocks = [];

    public int Count => count;

    public FrameSurvey this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
            lock (_blocks)
                return Block(index / BlockLength)[index % BlockLength];
        }
    }

    public IEnumerator<FrameSurvey> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private FrameSurvey[] Block(int block)
    {
        for (var node = _blocks.First; node != null; node = node.Next)
            if (node.Value.Block == block)
                return node.Value.Frames;
        var frames = new FrameSurvey[Math.Min(BlockLength, count - block * BlockLength)];
        var bytes = new byte[frames.Length * SurveyRecord.Size];
        RandomAccess.Read(stream.SafeFileHandle, bytes, start + (long)block * BlockLength * SurveyRecord.Size);
        using var reader = new BinaryReader(new MemoryStream(bytes));
        for (var i = 0; i < frames.Length; i++)
            frames[i] = SurveyRecord.Read(reader);
        _blocks.AddFirst((block, frames));
        if (_blocks.Count > Kept)
            _blocks.RemoveLast();
        return frames;
    }
}
