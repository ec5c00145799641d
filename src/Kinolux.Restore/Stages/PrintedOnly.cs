using Kinolux.Core.Frames;
using Kinolux.Core.Review;

namespace Kinolux.Restore.Stages;

/// <summary>
/// Keeps a stage inside the printed frame: what it finds on the edge or outside is no damage, and no sample there changes. A person's own wish may be anywhere.
/// </summary>
internal sealed class PrintedOnly : IStageRun
{
    private readonly PrintedFrame _printed;
    private readonly IStageRun _run;
    private readonly StageScope _scope;
    private readonly int _rim;

    private PrintedOnly(PrintedFrame printed, IStageRun run, StageScope scope, int rim) => (_printed, _run, _scope, _rim) = (printed, run, scope, rim);

    /// <param name="rim">How far the stage's repairs reach beyond a region.</param>
    public static IStageRun Begin(StageScope scope, int rim, Func<StageScope, IStageRun> begin) =>
        scope.Printed is { } printed
            ? new PrintedOnly(printed, begin(scope with { Decide = proposal => Decide(scope, printed, proposal) }), scope, rim)
            : begin(scope);

    public Frame Process(FrameWindow window)
    {
        var result = _run.Process(window);
        if (!ReferenceEquals(result, window.Current))
            for (var plane = 0; plane < result.Planes.Length; plane++)
                Restore(result, window.Current, plane, window.Number);
        return result;
    }

    public void Dispose() => _run.Dispose();

    private static Decided Decide(StageScope scope, PrintedFrame printed, Proposal proposal)
    {
        if (proposal.Region is not { } region)
            return scope.Decide(proposal);
        var inside = Inside(region, printed);
        // What is mostly outside is on the edge. What is recorded claims no sample that stays.
        return inside is null || inside.Area * 2 < region.Area ? new Decided(proposal, Verdict.Reject, "printed frame", "outside the printed frame")
            : inside.Area == region.Area ? scope.Decide(proposal)
            : scope.Decide(proposal.At(proposal.Place.InFilm() with { Region = inside }));
    }

    private static RegionMask? Inside(RegionMask region, PrintedFrame printed)
    {
        if (region.Box.Intersect(new Box(printed.X, printed.Y, printed.Width, printed.Height)) is not { } box)
            return null;
        var samples = new bool[box.Area];
        var any = false;
        region.ForEachRun((y, first, end) =>
        {
            if (y < box.Y || y >= box.Bottom)
                return;
            var (left, right) = printed.Row(y);
            (first, end) = (Math.Max(first, left), Math.Min(end, right));
            if (first >= end)
                return;
            samples.AsSpan((y - box.Y) * box.Width + first - box.X, end - first).Fill(true);
            any = true;
        });
        return any ? RegionMask.From(box, samples) : null;
    }

    /// <summary>Puts back what is outside, but for what a person wished for there.</summary>
    private void Restore(Frame result, Frame source, int plane, int number)
    {
        var chroma = plane > 0 && result.Format.HasChroma;
        var (shiftX, shiftY) = chroma ? (result.Format.ChromaShiftX, result.Format.ChromaShiftY) : (0, 0);
        var (to, from) = (result.Planes[plane], source.Planes[plane]);
        for (var y = 0; y < to.Height; y++)
        {
            // A sample of colour that the edge runs through is outside.
            var (first, end) = _printed.Row(y << shiftY);
            if (shiftY > 0 && _printed.Row((y << shiftY) + 1) is var below)
                (first, end) = (Math.Max(first, below.First), Math.Min(end, below.End));
            (first, end) = (Math.Clamp((first + (1 << shiftX) - 1) >> shiftX, 0, to.Width), Math.Clamp(end >> shiftX, 0, to.Width));
            if (first >= end)
                (first, end) = (to.Width, to.Width);
            Keep(to.Row(y)[..first], from.Row(y), 0, y, shiftX, shiftY, number);
            Keep(to.Row(y)[end..], from.Row(y), end, y, shiftX, shiftY, number);
        }
    }

    private void Keep(Span<ushort> to, ReadOnlySpan<ushort> from, int start, int y, int shiftX, int shiftY, int number)
    {
        for (var i = 0; i < to.Length; i++)
            if (to[i] != from[start + i] && !IsWished((start + i) << shiftX, y << shiftY, number, _rim + (1 << shiftX)))
                to[i] = from[start + i];
    }

    private bool IsWished(int x, int y, int number, int rim)
    {
        foreach (var wish in _scope.Wishes)
            if (wish.Frames.Contains(number) && (wish.Region is not { Box: var box } || x >= box.X - rim && x < box.Right + rim && y >= box.Y - rim && y < box.Bottom + rim))
                return true;
        return false;
    }
}
