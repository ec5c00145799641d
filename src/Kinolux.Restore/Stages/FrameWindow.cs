using Kinolux.Core.Frames;

namespace Kinolux.Restore.Stages;

/// <summary>What a stage sees when it works on frame <see cref="Number"/>: the stage's input frames around it, fetched when first asked for. The window owns nothing; frames stay valid until Process returns.</summary>
public sealed class FrameWindow(int number, StageInfo info, Func<int, Frame?> frames)
{
    /// <summary>The frame's number in the film.</summary>
    public int Number { get; } = number;

    public Frame Current => frames(Number) ?? throw new InvalidOperationException("The current frame is missing.");

    /// <summary>True where the stage declared that it may look that far.</summary>
    public bool Reaches(int offset) => offset >= -info.Before && offset <= info.After;

    /// <summary>The frame <paramref name="offset"/> later (earlier when negative); null outside the shot.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset is outside the window that the stage declares.</exception>
    public Frame? this[int offset]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(offset, -info.Before);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, info.After);
            return frames(Number + offset);
        }
    }
}
