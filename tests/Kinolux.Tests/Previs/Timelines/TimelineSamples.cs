using Kinolux.Core.Time;
using Kinolux.Previs.Timelines;

namespace Kinolux.Tests.Previs.Timelines;

/// <summary>Timelines for tests: one drawn by hand, and random ones.</summary>
internal static class TimelineSamples
{
    public static readonly Rational Film = new(24, 1);
    public static readonly Rational Ntsc = new(30000, 1001);

    public static readonly (Rational Rate, bool Drop)[] Rates =
    [
        (Film, false), (new(25, 1), false), (new(24000, 1001), false), (Ntsc, false), (Ntsc, true), (new(60000, 1001), true), (new(60000, 1001), false), (new(48000, 1001), false), (new(50, 1), false), (new(18, 1), false), (new(50, 3), false),
    ];

    public static Timeline TwoShots(Rational rate, bool drop = false, ClipTransition? transition = null) => new("Two at a table", rate, Timeline.Label(rate, 3600L * Timecode.NominalOf(rate), drop),
    [
        new TimelineClip("1A", 0, 48, 100) { Notes = new ClipNotes("1", "MS", "35 mm", ["ANNA", "BEN"], "Anna sits down.") },
        new TimelineClip("1B", 48, 36, 7) { Transition = transition, File = "shots/1B.mkv" },
        new TimelineClip("ANNA 1", 4, 30) { Kind = TrackKind.Sound },
    ]);

    /// <summary>A timeline of random shots, gaps, dissolves, sound and notes: the same for the same number.</summary>
    public static Timeline Random(int seed)
    {
        var random = new Random(seed);
        var (rate, drop) = Rates[random.Next(Rates.Length)];
        var clips = new List<TimelineClip>();
        for (var sound = 0; sound <= random.Next(3); sound++)
        {
            long at = random.Next(4) == 0 ? random.Next(1, 30) : 0;
            for (var count = random.Next(1, 12); count > 0; count--)
            {
                var after = random.Next(3) == 0 ? random.Next(1, 20) : 0;
                var clip = new TimelineClip(Name(random), at, random.Next(40, 5000), random.Next(100_000))
                {
                    Kind = sound == 0 ? TrackKind.Picture : TrackKind.Sound,
                    Track = Math.Max(0, sound - 1),
                    Transition = after == 0 ? null : new ClipTransition(0, after) { Type = random.Next(4) == 0 ? "SMPTE_Wipe_012" : ClipTransition.Dissolve },
                    File = random.Next(2) == 0 ? $"shots/{random.Next(1000)} a.mkv" : "",
                    Notes = new ClipNotes(random.Next(2) == 0 ? $"{random.Next(90)}A" : "", random.Next(2) == 0 ? "ECU" : "", random.Next(2) == 0 ? "50 mm" : "", random.Next(2) == 0 ? ["ANNA", "李雷"] : [], random.Next(2) == 0 ? "\"No,\" she says: never." : ""),
                    Markers = random.Next(3) == 0 ? [new TimelineMarker(random.Next(40), "look: here", "GREEN")] : [],
                    Remarks = random.Next(4) == 0 ? ["* ASC_SAT: 0.9"] : [],
                };
                clips.Add(clip);
                at = clip.RecordOut + (random.Next(4) == 0 ? random.Next(1, 50) : 0);
            }
        }
        // What an edit list cannot say: when it begins before its first clip.
        var first = clips.Min(clip => clip.RecordIn);
        return new Timeline("A story", rate, Timeline.Label(rate, random.Next(100_000), drop), [.. clips.Select(clip => clip with { RecordIn = clip.RecordIn - first })]);
    }

    private static string Name(Random random) => $"{random.Next(1, 99)}{(char)('A' + random.Next(26))}{(random.Next(3) == 0 ? " Küche, Nacht" : "")}";

    /// <summary>A timeline as text, without the reels that a list must have and a shot need not.</summary>
    public static string Text(Timeline timeline) => TimelineJson.Write(timeline with { Clips = [.. timeline.Clips.Select(clip => clip with { Reel = "" }).OrderBy(clip => clip.RecordIn).ThenBy(clip => clip.Kind).ThenBy(clip => clip.Track)] });
}
