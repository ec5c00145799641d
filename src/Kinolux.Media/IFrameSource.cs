using Kinolux.Core.Frames;

namespace Kinolux.Media;

/// <summary>Frames of a film in order.</summary>
public interface IFrameSource : IDisposable
{
    FrameFormat Format { get; }

    /// <summary>The next frame, which the caller disposes; null after the last.</summary>
    /// <exception cref="Kinolux.Core.Faults.FaultException">The film cannot be decoded further.</exception>
    Frame? Read();
}
