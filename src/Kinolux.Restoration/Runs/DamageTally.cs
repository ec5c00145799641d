using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restore.Stages;

namespace Kinolux.Restoration.Runs;

/// <summary>Counts, frame by frame, what was found and applied: for the report's plots and its worst frames.</summary>
internal sealed class DamageTally(int frames, long frameArea)
{
    private static readonly HashSet<string> Generating = [.. StageCatalog.Kinds.Where(kind => kind.Generates).Select(kind => kind.Id)];
    private readonly Dictionary<string, (float[] Count, float[] Area)> _byKind = [];
    private readonly bool[] _generated = new bool[frames];
    private readonly Dictionary<string, KindCount> _kinds = [];

    /// <summary>How many of each kind were found, applied, rejected and wait, in order of first appearance.</summary>
    public IReadOnlyList<KindCount> Kinds => [.. _kinds.Values];

    public void Add(Decided decided)
    {
        var proposal = decided.Proposal;
        var kind = _kinds.GetValueOrDefault(proposal.Kind) ?? new KindCount(proposal.Kind, 0, 0, 0, 0);
        _kinds[proposal.Kind] = kind with
        {
            Found = kind.Found + 1,
            Applied = kind.Applied + (decided.Applies ? 1 : 0),
            Waiting = kind.Waiting + (decided.Verdict == Verdict.Wait ? 1 : 0),
            Rejected = kind.Rejected + (decided.Verdict == Verdict.Reject ? 1 : 0),
        };
        if (!decided.Applies)
            return;
        if (Generating.Contains(proposal.Kind))
            Fill(_generated, proposal.Frames);
        if (proposal.Region is { } region)
            Count(proposal.Kind, proposal.Frames, region.Area);
    }

    /// <summary>Counts of a kind along the film; null where there is none.</summary>
    public IReadOnlyList<float>? Counts(string kind) => _byKind.TryGetValue(kind, out var counts) ? counts.Count : null;

    public bool IsGenerated(int frame) => _generated[frame];

    /// <summary>How bad a frame was: the share of it that was repaired, with lost frames worst.</summary>
    public double Badness(int frame) =>
        (_generated[frame] ? 0.2 : 0) + _byKind.Values.Sum(kind => kind.Area[frame]) / frameArea;

    public string Words(int frame)
    {
        var words = _byKind.Where(kind => kind.Value.Count[frame] > 0).Select(kind => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind.Value.Count[frame]} × {kind.Key}")).ToList();
        if (_generated[frame])
            words.Insert(0, "rebuilt frame");
        return string.Join(", ", words);
    }

    private static void Fill(bool[] marks, FrameRange range)
    {
        for (var frame = range.First; frame <= Math.Min(range.Last, marks.Length - 1); frame++)
            marks[frame] = true;
    }

    private void Count(string kind, FrameRange range, long area)
    {
        if (!_byKind.TryGetValue(kind, out var counts))
            _byKind.Add(kind, counts = (new float[frames], new float[frames]));
        for (var frame = range.First; frame <= Math.Min(range.Last, frames - 1); frame++)
        {
            counts.Count[frame]++;
            counts.Area[frame] += area;
        }
    }
}
