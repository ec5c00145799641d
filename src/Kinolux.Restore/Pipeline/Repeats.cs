using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restore.Stages;

namespace Kinolux.Restore.Pipeline;

/// <summary>
/// Which frames of a shot are the one before once more: holds, repeats of a printer or a transfer. Such a frame is not judged and repaired again, with other neighbours and another result:
/// what was done to the first is done to it. Most are so sample for sample; a codec gives some a noise of their own, which they keep.
/// </summary>
public sealed class Repeats
{
    /// <summary>So many frames share one result at most, so that a chunk in a long still stretch need not read from its beginning.</summary>
    public const int Longest = 12;

    private readonly int _from;
    private readonly int[] _first;
    private readonly int[] _last;
    private readonly bool[] _noisy;

    private Repeats(int from, int[] first, int[] last, bool[] noisy) => (_from, _first, _last, _noisy) = (from, first, last, noisy);

    /// <summary>No frame repeats another.</summary>
    public static Repeats None { get; } = new(0, [], [], []);

    /// <param name="isSame">Whether a frame of the shot, but its first, is the one before it sample for sample.</param>
    /// <param name="isNoisy">Whether it is so but for a codec's noise.</param>
    /// <param name="apart">What is applied to some frames and not to others: a repeat that is rebuilt, a person's own wish. There, a frame is not the one before it any more.</param>
    public static Repeats Of(FrameRange shot, Func<int, bool> isSame, Func<int, bool> isNoisy, IEnumerable<Proposal> apart)
    {
        var parted = new HashSet<int>();
        foreach (var proposal in apart)
        {
            parted.Add(proposal.Frames.First);
            parted.Add(proposal.Frames.Last + 1);
        }
        var (first, last, noisy) = (new int[shot.Count], new int[shot.Count], new bool[shot.Count]);
        for (var i = 0; i < first.Length; i++)
        {
            var number = shot.First + i;
            first[i] = number;
            if (i > 0 && number - first[i - 1] < Longest && !parted.Contains(number) && (isSame(number) || isNoisy(number)))
                (first[i], noisy[i]) = (first[i - 1], noisy[i - 1] || !isSame(number));
            last[first[i] - shot.First] = number;
        }
        return new Repeats(shot.First, first, last, noisy);
    }

    /// <summary>The frame of which this one is a copy: itself where it is none.</summary>
    public int First(int frame) => frame - _from is >= 0 and var i && i < _first.Length ? _first[i] : frame;

    /// <summary>The last copy of a frame that is none itself; the frame itself where it has none.</summary>
    public int Last(int frame) => frame - _from is >= 0 and var i && i < _first.Length ? _last[i] : frame;

    /// <summary>True for a copy that differs from its first by a noise of its own.</summary>
    public bool IsNoisy(int frame) => frame - _from is >= 0 and var i && i < _noisy.Length && _noisy[i];

    /// <summary>For each stage, and last for what is delivered: the earliest frame that is made there so that frames from <paramref name="first"/> on can be delivered.</summary>
    /// <param name="stages">In pipeline order.</param>
    public int[] Earliest(int first, FrameRange shot, IReadOnlyList<StageInfo> stages)
    {
        var earliest = new int[stages.Count + 1];
        earliest[^1] = First(first);
        for (var i = stages.Count - 1; i >= 0; i--)
            earliest[i] = First(Math.Max(shot.First, earliest[i + 1] - stages[i].Before));
        return earliest;
    }
}
