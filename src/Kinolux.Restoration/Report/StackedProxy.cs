using Kinolux.Core.Frames;
using Kinolux.Core.Time;
using Kinolux.Media.Display;

namespace Kinolux.Restoration.Report;

/// <summary>
/// A short video for the wipe: before above, after below, in one picture, so that the two cannot drift apart. H.264 in MP4, at most 960×720 each.
/// </summary>
internal sealed class StackedProxy(string folder, PictureLook look, Rational rate, CancellationToken cancel) : IDisposable
{
    public const string FileName = "proxy.mp4";
    private readonly List<(int First, int Count)> _excerpts = [];
    private FrameFeed? _feed;

    /// <summary>Which frames of the film it shows, in order.</summary>
    public IReadOnlyList<(int First, int Count)> Excerpts => _excerpts;

    /// <summary>Width and height of one half; (0, 0) before the first frame.</summary>
    public (int Width, int Height) Size { get; private set; }

    public void Add(int number, Frame before, Frame after)
    {
        _feed ??= Begin(before.Format);
        _feed.Write(before);
        _feed.Write(after);
        if (_excerpts is [.., var (first, count)] && first + count == number)
            _excerpts[^1] = (first, count + 1);
        else
            _excerpts.Add((number, 1));
    }

    public void Finish() => _feed?.Finish();

    public void Dispose() => _feed?.Dispose();

    private FrameFeed Begin(FrameFormat format)
    {
        Size = ShownSize.Of(format, look, 960, 720, even: true);
        var show = FrameFeed.Show(format, look, Size, "bt709", "limited");
        return new FrameFeed(format, look, rate * 2,
            ["-vf", show + ",tile=1x2", .. FrameFeed.KeyFrames(rate), .. FrameFeed.Mp4(17, Path.Combine(folder, FileName))], cancel);
    }
}
