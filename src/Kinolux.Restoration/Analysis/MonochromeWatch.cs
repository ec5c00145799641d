using Kinolux.Core.Frames;
using Kinolux.Media;

namespace Kinolux.Restoration.Analysis;

/// <summary>Passes frames through and notices whether any of them has colour.</summary>
internal sealed class MonochromeWatch(IFrameSource source) : IFrameSource
{
    public FrameFormat Format => source.Format;

    public bool IsMonochrome { get; private set; } = true;

    public Frame? Read()
    {
        var frame = source.Read();
        if (IsMonochrome && frame is not null)
            IsMonochrome = Monochrome.Is(frame);
        return frame;
    }

    public void Dispose()
    {
        // The source belongs to whoever made it.
    }
}
