using System.Globalization;
using Kinolux.Core.Time;
using Kinolux.Previs.Timelines;

namespace Kinolux.Previs.Works;

/// <summary>The shots of scenes as a timeline.</summary>
public static class ShotTimeline
{
    public static Timeline Of(string name, IReadOnlyList<CutScene> scenes, Rational rate)
    {
        List<TimelineClip> clips = [];
        var at = 0L;
        foreach (var scene in scenes)
            foreach (var shot in scene.Shots)
            {
                var moments = scene.Plan.Moments.Skip(shot.First).Take(shot.Last - shot.First + 1).ToList();
                clips.Add(new TimelineClip(shot.Name, at, shot.Frames.Count, shot.Frames.First)
                {
                    Notes = new ClipNotes(scene.Plan.Number, shot.Framing.Words, string.Create(CultureInfo.InvariantCulture, $"{shot.Framing.Camera.Focal:0} mm"), [.. moments.SelectMany(moment => moment.Seen).Distinct()], string.Join(' ', moments.Select(moment => moment.IsSpeech ? $"{string.Join(" AND ", moment.Speakers)}: {moment.Text}" : moment.Text))),
                });
                at += shot.Frames.Count;
            }
        // Pictures begin at one o'clock, as they are handed over.
        return new Timeline(name, rate, Timeline.Label(rate, 3600L * Timecode.NominalOf(rate), drop: false), clips);
    }
}
