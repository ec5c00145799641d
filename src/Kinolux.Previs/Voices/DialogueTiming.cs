using Kinolux.Core.Time;

namespace Kinolux.Previs.Voices;

/// <summary>When lines are said: each behind the one before it, after as long as people take to answer.</summary>
public static class DialogueTiming
{
    // Seconds: an answer comes after a quarter of one, a thought of the same person after more; dots are waited for, and who is cut short is cut short.
    private const double Answer = 0.25;
    private const double SameVoice = 0.45;
    private const double AfterDots = 0.7;

    /// <param name="first">The frame at which the first may begin; its own wait comes on top.</param>
    public static IReadOnlyList<PlacedLine> Lay(IReadOnlyList<SpokenSound> sounds, Rational rate, long first = 0)
    {
        var placed = new List<PlacedLine>();
        long end = first;
        foreach (var sound in sounds)
        {
            var before = placed.Count > 0 ? placed[^1] : null;
            var start = sound.Line.IsDual && before is not null ? before.Frames.First : end + Frames(Gap(before?.Sound.Line, sound.Line) + Math.Max(0, sound.Line.Wait), rate);
            var line = new PlacedLine(sound, new FrameRange(checked((int)start), checked((int)(start + sound.Frames(rate) - 1))));
            placed.Add(line);
            end = Math.Max(end, line.Frames.Last + 1);
        }
        return placed;
    }

    private static double Gap(SpokenLine? before, SpokenLine line)
    {
        if (before is null)
            return 0;
        var text = before.Text.AsSpan().TrimEnd().TrimEnd('"').TrimEnd('”');
        return text.EndsWith("--", StringComparison.Ordinal) || text.EndsWith("—", StringComparison.Ordinal) ? 0
            : text.EndsWith("...", StringComparison.Ordinal) || text.EndsWith("…", StringComparison.Ordinal) ? AfterDots
            : before.Who == line.Who ? SameVoice : Answer;
    }

    private static long Frames(double seconds, Rational rate) => (new Rational((long)Math.Round(seconds * 1000), 1000) * rate).Round();
}
