using System.Globalization;
using Kinolux.Core.Review;
using Kinolux.Core.Time;

namespace Kinolux.Restore.Survey;

/// <summary>Proposes what concerns whole frames: duplicated, black, destroyed and cut-out ones, and step printing; and names cuts, fades and titles.</summary>
public static class FrameDefects
{
    private const string Source = "survey";
    private const string Version = "3";
    private const string StepPrinting = "step-printing", CutOutFrame = "cut-out-frame";

    /// <summary>What a person alone can decide about a film's frames.</summary>
    public static IReadOnlyList<ProposalKind> Kinds { get; } =
    [
        new(StepPrinting, "Step printing", Tone.Rose) { Recurs = Recurrence.Everywhere, Rules = [new KindRule(0, Verdict.Wait, "may be how the film was made")] },
        new(CutOutFrame, "Cut-out frame", Tone.Rose) { Rules = [new KindRule(0, Verdict.Wait, "would change the film's length")] },
    ];

    internal static IReadOnlyList<Proposal> Find(IReadOnlyList<FrameSurvey> frames, IReadOnlyList<Shot> shots, IReadOnlyList<FrameRange> dissolves, CancellationToken cancel)
    {
        var findings = new List<Proposal>();
        foreach (var shot in shots)
        {
            cancel.ThrowIfCancellationRequested();
            Name(shot, dissolves, findings);
            if (shot.Kind != ShotKind.Picture || shot.Frames.Count < 3)
                continue;
            var own = new FrameSurvey[shot.Frames.Count];
            for (var i = 0; i < own.Length; i++)
                own[i] = frames[shot.Frames.First + i];
            var states = FrameStates.Of(own);
            Lost(shot, own, states, findings);
            Duplicates(shot, own, states, findings);
            CutOut(shot, own, states, findings);
        }
        return findings;
    }

    private static void Name(Shot shot, IReadOnlyList<FrameRange> dissolves, List<Proposal> findings)
    {
        if (shot.In == Transition.Dissolve)
            findings.Add(Make("dissolve", dissolves.First(dissolve => dissolve.First == shot.Frames.First), 0.8, $"Shot {shot.Index} begins mixed with the one before", []));
        else if (shot.Index > 1)
            findings.Add(Make(shot.In == Transition.Fade ? "fade" : "cut", FrameRange.Single(shot.Frames.First), 0.95, $"Shot {shot.Index} begins", []));
        if (shot.Kind == ShotKind.Title)
            findings.Add(Make("title", shot.Frames, 0.8, "A title", []));
    }

    private static void Lost(Shot shot, FrameSurvey[] frames, FrameState[] states, List<Proposal> findings)
    {
        for (var i = 0; i < states.Length; i++)
        {
            if (states[i] is not (FrameState.Blank or FrameState.Destroyed) || IsEnd(states, i))
                continue;
            var gone = LostFrame.Gone(frames, states, i);
            var (confidence, why) = Lost(frames, states, i, gone);
            List<Evidence> evidence = [];
            if (gone is { } share)
                evidence.Add(new Evidence("how far the scene went on meanwhile, of a frame's step", Math.Round(share, 2), 0.5));
            if (states[i] == FrameState.Blank)
                findings.Add(Make("black-frame", FrameRange.Single(shot.Frames.First + i), confidence, "An empty frame amid a shot" + why,
                    [.. evidence, new Evidence("range of greys, 8-bit levels", Math.Round(frames[i].Contrast / 257, 1), FrameSurvey.BlankContrast / 257)]));
            else
                findings.Add(Make("destroyed-frame", FrameRange.Single(shot.Frames.First + i), confidence, "A frame that has little in common with those around it" + why,
                    [.. evidence, new Evidence("detail in common with the frame before", Match(frames[i]), Threshold(frames, i))]));
        }
    }

    // Only where a frame is plainly gone and the picture in its place is plainly none of the film's is one to be invented unasked.
    private static (double Confidence, string Why) Lost(FrameSurvey[] frames, FrameState[] states, int index, double? gone) =>
        gone < 0.5 ? (0.3, ": the scene goes on as if it had been put in between, as a card or a flash is")
        : IsBright(frames, states, index) ? (0.6, ": it is bright, as a flash or an explosion is")
        : LostFrame.IsOneOfMany(states, index) ? (0.6, ": others like it are near, as a strobe has them")
        : gone is null ? (0.6, ": the scene does not tell whether one is gone")
        : (0.95, ", in the place of one that is gone");

    // What is between it and the shot's end shows nothing either, as where a fade ends.
    private static bool IsEnd(FrameState[] states, int index) =>
        states[index] == FrameState.Blank && (Array.TrueForAll(states[..index], state => state == FrameState.Blank) || Array.TrueForAll(states[index..], state => state == FrameState.Blank));

    private static bool IsBright(FrameSurvey[] frames, FrameState[] states, int index)
    {
        var (sum, count) = (0f, 0);
        for (var i = Math.Max(0, index - 4); i <= Math.Min(frames.Length - 1, index + 4); i++)
            if (states[i] == FrameState.Good)
                (sum, count) = (sum + frames[i].Mean, count + 1);
        return count > 0 && frames[index].Mean > 1.2f * sum / count;
    }

    private static void Duplicates(Shot shot, FrameSurvey[] frames, FrameState[] states, List<Proposal> findings)
    {
        var duplicates = Enumerable.Range(0, states.Length).Where(i => states[i] == FrameState.Duplicate).ToArray();
        if (duplicates.Length == 0)
            return;
        var jump = Jump(frames, states, duplicates);
        // A printer that repeats frames on purpose does so in step, and loses none; a copy that lost frames jumps after each repeat.
        if (Period(duplicates) is { } period && jump < 1.3)
        {
            findings.Add(Make(StepPrinting, shot.Frames, 0.6,
                string.Create(CultureInfo.InvariantCulture, $"Every {period:0.#} frames one is repeated: step printing or a change of speed"),
                [
                    new Evidence("frames between repeats", Math.Round(period, 2)),
                    new Evidence("share of repeated frames", Math.Round((double)duplicates.Length / frames.Length, 3)),
                    new Evidence("motion after a repeat against usual", Math.Round(jump, 2), 1.3),
                ]));
            return;
        }
        foreach (var i in duplicates)
            findings.Add(Make("duplicate-frame", FrameRange.Single(shot.Frames.First + i), jump >= 1.3 ? 0.9 : 0.7, "The frame before, once more, while the film moves",
                [
                    new Evidence("difference to the frame before, 8-bit levels", Math.Round(frames[i].Difference / 257, 2), Math.Round(FrameStates.DuplicateShare * FrameStates.Live(frames, states, i) / 257, 2)),
                    new Evidence("motion after a repeat against usual", Math.Round(jump, 2)),
                ]));
    }

    /// <summary>Frames between repeats where nearly all repeats keep step; null where they do not.</summary>
    private static double? Period(int[] duplicates)
    {
        if (duplicates.Length < 4)
            return null;
        var gaps = duplicates.Skip(1).Zip(duplicates, (later, earlier) => later - earlier).Order().ToArray();
        var middle = gaps[gaps.Length / 2];
        var inStep = gaps.Count(gap => Math.Abs(gap - middle) <= 1);
        var exact = gaps.Where(gap => Math.Abs(gap - middle) <= 1).Average();
        // Gaps of one and two are in step with anything.
        return middle >= 2 && inStep * 10 >= gaps.Length * 8 && gaps.Count(gap => gap == middle) * 2 >= gaps.Length ? exact : null;
    }

    /// <summary>How much more changes after a repeat than otherwise: about 2 where each repeat hides a lost frame, about 1 where none was lost.</summary>
    private static double Jump(FrameSurvey[] frames, FrameState[] states, int[] duplicates)
    {
        var ratios = new List<float>();
        foreach (var i in duplicates)
        {
            if (i + 1 >= frames.Length || states[i + 1] != FrameState.Good)
                continue;
            var usual = Near(states, i).Select(j => frames[j].Difference).Order().ToArray();
            if (usual.Length > 1)
                ratios.Add(frames[i + 1].Difference / Math.Max(1, usual[usual.Length / 2]));
        }
        ratios.Sort();
        return ratios.Count == 0 ? 1 : ratios[ratios.Count / 2];
    }

    // Good frames near a repeat whose own step is not across it.
    private static IEnumerable<int> Near(FrameState[] states, int index) =>
        Enumerable.Range(Math.Max(1, index - 5), Math.Min(states.Length, index + 6) - Math.Max(1, index - 5))
            .Where(j => j != index + 1 && states[j] == FrameState.Good && states[j - 1] == FrameState.Good);

    /// <summary>A camera that moves evenly and once covers twice its way: a frame was cut out. Only where the move stands well out of the weave.</summary>
    private static void CutOut(Shot shot, FrameSurvey[] frames, FrameState[] states, List<Proposal> findings)
    {
        for (var i = 4; i + 4 < frames.Length; i++)
        {
            if (Enumerable.Range(i - 4, 9).Any(j => states[j] != FrameState.Good))
                continue;
            var around = Enumerable.Range(i - 3, 7).Where(j => j != i).Select(j => frames[j].Motion).ToArray();
            var (x, y) = (around.Average(motion => motion.X), around.Average(motion => motion.Y));
            var usual = Math.Sqrt(x * x + y * y);
            var spread = around.Max(motion => Math.Sqrt((motion.X - x) * (motion.X - x) + (motion.Y - y) * (motion.Y - y)));
            if (usual < 1 || spread > 0.3 * usual || frames[i].Motion.Confidence < 0.5)
                continue;
            var along = (frames[i].Motion.X * x + frames[i].Motion.Y * y) / (usual * usual);
            if (along is > 1.7 and < 3.3)
                findings.Add(Make(CutOutFrame, FrameRange.Single(shot.Frames.First + i), 0.6, "The camera's even move jumps here: a frame may have been cut out before it",
                    [new Evidence("move against the moves around it", Math.Round(along, 2), 1.7)]));
        }
    }

    private static double? Threshold(FrameSurvey[] frames, int index) =>
        FrameStates.Bridge(frames, index) is { } bridge ? Math.Round(FrameStates.LeftShare * bridge.Match, 2) : null;

    private static double? Match(FrameSurvey frame) => frame.Pairs.Count == 0 ? null : Math.Round(frame.Pairs[0].Match, 2);

    private static Proposal Make(string kind, FrameRange frames, double confidence, string summary, IReadOnlyList<Evidence> evidence) =>
        Proposal.Of(kind, new FilmPlace(frames), summary, confidence, new ProposalSource(Source, Version), evidence);
}
