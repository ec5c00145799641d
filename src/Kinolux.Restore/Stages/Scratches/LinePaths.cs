using System.Numerics;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>
/// The best upright path to every place of a picture's bands, by dynamic programming: a path goes on from one of the three places above, or begins.
/// </summary>
/// <param name="bend">What a step aside costs.</param>
internal sealed class LinePaths(int width, int bands, float bend)
{
    /// <summary>In <see cref="From"/>: the path begins here.</summary>
    public const int Begins = 2;

    // A place beyond either side, from which nothing comes.
    private readonly float[] _above = new float[width + 2];
    private readonly float[] _sums = new float[width + 2];

    /// <summary>Where in the band above each path comes from: -1, 0 or 1 places aside, or <see cref="Begins"/>; bands × width.</summary>
    public int[] From { get; } = new int[width * bands];

    /// <summary>The obvious way; what <see cref="Run"/> must equal.</summary>
    public (float Best, int At) Reference(ReadOnlySpan<float> gain) => Fill(gain, 0);

    /// <param name="gain">What each place adds; bands × width.</param>
    /// <returns>The largest sum of gains, and the first place in reading order where a path has gathered it; 0 and -1 where no sum is positive.</returns>
    public (float Best, int At) Run(ReadOnlySpan<float> gain) => Fill(gain, width & ~(Vector<float>.Count - 1));

    private (float Best, int At) Fill(ReadOnlySpan<float> gain, int wide)
    {
        var (best, at) = (0f, -1);
        Array.Clear(_above);
        for (var band = 0; band < bands; band++)
        {
            var from = From.AsSpan(band * width, width);
            var gains = gain.Slice(band * width, width);
            Widely(gains, from, wide);
            for (var x = wide; x < width; x++)
                One(gains, from, x);
            _sums.CopyTo(_above, 0);
            if (Most(best))
                for (var x = 0; x < width; x++)
                    if (_sums[x + 1] > best)
                        (best, at) = (_sums[x + 1], band * width + x);
        }
        return (best, at);
    }

    // Straight on is preferred among equals; a path worth nothing begins again.
    private void One(ReadOnlySpan<float> gain, Span<int> from, int x)
    {
        var (carried, step) = (0f, Begins);
        if (_above[x] - bend > carried)
            (carried, step) = (_above[x] - bend, -1);
        if (_above[x + 1] > carried)
            (carried, step) = (_above[x + 1], 0);
        if (_above[x + 2] - bend > carried)
            (carried, step) = (_above[x + 2] - bend, 1);
        (_sums[x + 1], from[x]) = (carried + gain[x], step);
    }

    private void Widely(ReadOnlySpan<float> gain, Span<int> from, int end)
    {
        var aside = new Vector<float>(bend);
        for (var x = 0; x < end; x += Vector<float>.Count)
        {
            var (left, above, right) = (new Vector<float>(_above, x) - aside, new Vector<float>(_above, x + 1), new Vector<float>(_above, x + 2) - aside);
            var (carried, step) = (Vector<float>.Zero, new Vector<int>(Begins));
            step = Vector.ConditionalSelect(Vector.GreaterThan(left, carried), -Vector<int>.One, step);
            carried = Vector.Max(carried, left);
            step = Vector.ConditionalSelect(Vector.GreaterThan(above, carried), Vector<int>.Zero, step);
            carried = Vector.Max(carried, above);
            step = Vector.ConditionalSelect(Vector.GreaterThan(right, carried), Vector<int>.One, step);
            carried = Vector.Max(carried, right);
            step.CopyTo(from[x..]);
            (carried + new Vector<float>(gain[x..])).CopyTo(_sums, x + 1);
        }
    }

    private bool Most(float best)
    {
        var limit = new Vector<float>(best);
        var x = 0;
        for (; x <= _sums.Length - Vector<float>.Count; x += Vector<float>.Count)
            if (Vector.GreaterThanAny(new Vector<float>(_sums, x), limit))
                return true;
        for (; x < _sums.Length; x++)
            if (_sums[x] > best)
                return true;
        return false;
    }
}
