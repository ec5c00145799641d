using System.Text.Json;
using Kinolux.Core.Text;

namespace Kinolux.Previs.Timelines;

/// <summary>The shot list as JSON: everything with its frames and its timecodes, for whoever computes with it.</summary>
public static class TimelineJson
{
    public static string Write(Timeline timeline) => JsonSerializer.Serialize(
        new
        {
            timeline.Name,
            timeline.Rate,
            Start = timeline.Start.ToString(),
            DropFrame = timeline.Start.IsDrop,
            Frames = timeline.Duration,
            Clips = timeline.Clips.OrderBy(clip => clip.RecordIn).ThenBy(clip => clip.Kind).ThenBy(clip => clip.Track).Select(clip => new
            {
                clip.Name,
                clip.Kind,
                clip.Track,
                clip.Reel,
                clip.File,
                clip.RecordIn,
                clip.Duration,
                clip.SourceIn,
                TimecodeIn = timeline.At(clip.RecordIn).ToString(),
                TimecodeOut = timeline.At(clip.RecordOut).ToString(),
                clip.Transition,
                clip.Notes,
                clip.Markers,
                clip.Remarks,
            }),
        },
        KinoluxJson.Pretty) + "\n";
}
