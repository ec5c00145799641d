using Kinolux.Core.Frames;

namespace Kinolux.Restore.Stages;

/// <summary>A run of a stage that has nothing to do in its shot.</summary>
internal sealed class Unchanged : IStageRun
{
    public Frame Process(FrameWindow window) => window.Current.Share();

    public void Dispose()
    {
    }
}
