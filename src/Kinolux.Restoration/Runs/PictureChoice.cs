using Kinolux.Core.Time;
using Kinolux.Restoration.Plans;

namespace Kinolux.Restoration.Runs;

/// <summary>Which frames a report shows: the worst ones, an example of each shot, and a short stretch of the worst shots as a video.</summary>
internal sealed class PictureChoice
{
    private const int Worst = 24;
    private const int Apart = 8;
    private const int Examples = 60;
    private const int VideoFrames = 240;
    private const int VideoStretch = 60;
    private readonly Dictionary<int, double> _stills = [];
    private readonly List<FrameRange> _video = [];

    public PictureChoice(Plan plan, DamageTally tally, FrameRange range)
    {
        var shots = plan.Shots.Select(shot => shot.Shot.Frames.Intersect(range)).OfType<FrameRange>().ToList();
        foreach (var frame in Enumerable.Range(range.First, range.Count).OrderByDescending(tally.Badness).ThenBy(frame => frame))
        {
            if (_stills.Count >= Worst || tally.Badness(frame) <= 0)
                break;
            if (_stills.Keys.All(other => Math.Abs(other - frame) >= Apart))
                _stills.Add(frame, tally.Badness(frame));
        }
        foreach (var shot in shots.Take(Examples))
            _stills.TryAdd((shot.First + shot.Last) / 2, 0);
        ChooseVideo(shots, tally, range);
    }

    /// <summary>True where the frame's picture is wanted; how bad it was tells where it goes.</summary>
    public bool IsStill(int frame, out double badness) => _stills.TryGetValue(frame, out badness);

    public bool IsInVideo(int frame) => _video.Exists(stretch => stretch.Contains(frame));

    private void ChooseVideo(List<FrameRange> shots, DamageTally tally, FrameRange range)
    {
        if (range.Count <= VideoFrames)
        {
            _video.Add(range);
            return;
        }
        double Of(FrameRange shot) => Enumerable.Range(shot.First, shot.Count).Average(tally.Badness);
        foreach (var shot in shots.OrderByDescending(Of).Take(VideoFrames / VideoStretch))
        {
            var first = Math.Max(shot.First, (shot.First + shot.Last + 1 - VideoStretch) / 2);
            _video.Add(new FrameRange(first, Math.Min(shot.Last, first + VideoStretch - 1)));
        }
    }
}
