using Kinolux.Core.Frames;

namespace Kinolux.Restore.Stages;

/// <summary>
/// A stage at work on a chunk. The result for a frame may depend on the frames in the window, the scope and nothing else:
/// not on the frames processed before, so that chunked and whole runs give the same bits. Called for each frame at most once, by one thread at a time.
/// </summary>
public interface IStageRun : IDisposable
{
    /// <summary>Returns the repaired frame: <c>window.Current.Share()</c> where nothing changes, else one rented from the scope's pool. The caller disposes it.</summary>
    Frame Process(FrameWindow window);
}
