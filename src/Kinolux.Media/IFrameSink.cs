using Kinolux.Core.Frames;

namespace Kinolux.Media;

/// <summary>Takes frames in order. What it makes appears whole at <see cref="Complete"/> or not at all.</summary>
public interface IFrameSink : IDisposable
{
    /// <summary>Writes a frame; the caller keeps its hold on it.</summary>
    void Write(Frame frame);

    /// <summary>Finishes the output and moves it into place. Disposing without it leaves nothing behind.</summary>
    void Complete();
}
