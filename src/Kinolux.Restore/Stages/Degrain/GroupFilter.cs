using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Kinolux.Core.Frames;
using Kinolux.Restore.Noise;

namespace Kinolux.Restore.Stages.Degrain;

/// <summary>Takes the noise out of one group of matched blocks in the transform domain. Holds scratch memory: one for each band at work.</summary>
internal sealed class GroupFilter
{
    // Coefficients below this many standard deviations are noise (K. Dabov and others, "Video denoising by sparse 3D transform-domain collaborative filtering", 2007).
    private const float Threshold = 2.7f;

    private readonly float[] _noisy = new float[64 * BlockTransform.MaxBlocks];
    private readonly float[] _clean = new float[64 * BlockTransform.MaxBlocks];

    private GrainShape? _shape;
    private float[] _deviations = [];

    /// <summary>The filtered blocks, 64 floats each, in the order of the places.</summary>
    public float[] Result => _noisy;

    /// <summary>Drops small coefficients. Returns the group's weight in the sum.</summary>
    public float Shrink(FilterWindow window, ReadOnlySpan<BlockPlace> places)
    {
        Gather(window.Noisy, places, _noisy);
        BlockTransform.Forward(_noisy, places.Length);
        var sigma = Sigma(_noisy[0], places.Length, window.Noise);
        var kept = Cut(_noisy.AsSpan(0, places.Length * 64), sigma * Threshold, Deviations(window.Shape));
        BlockTransform.Inverse(_noisy, places.Length);
        return 1f / (sigma * sigma * Math.Max(kept, 1) + 1);
    }

    /// <summary>Scales each coefficient by the share of it that is picture according to the basic estimate (Wiener). Returns the group's weight in the sum.</summary>
    public float Wiener(FilterWindow window, ReadOnlySpan<BlockPlace> places)
    {
        Gather(window.Noisy, places, _noisy);
        Gather(window.Basic!, places, _clean); // The second pass has them.
        BlockTransform.Forward(_noisy, places.Length);
        BlockTransform.Forward(_clean, places.Length);
        var sigma = Sigma(_clean[0], places.Length, window.Noise);
        var energy = Scale(places.Length * 64, sigma, Deviations(window.Shape));
        BlockTransform.Inverse(_noisy, places.Length);
        return 1f / (sigma * sigma * energy + 1);
    }

    private float[] Deviations(GrainShape shape)
    {
        if (!ReferenceEquals(shape, _shape))
            (_shape, _deviations) = (shape, [.. shape.Spectrum]);
        return _deviations;
    }

    private static float Sigma(float first, int count, NoiseCurve noise) =>
        noise.At((int)Math.Clamp(first / (8 * MathF.Sqrt(count)), 0, 65535));

    private static void Gather(IReadOnlyList<Plane?> planes, ReadOnlySpan<BlockPlace> places, float[] group)
    {
        for (var i = 0; i < places.Length; i++)
        {
            var place = places[i];
            var plane = planes[place.Frame]!; // Matches come from frames that are there.
            ref var sample = ref plane.Data[place.Y * plane.Stride + place.X];
            ref var target = ref group[i * 64];
            for (var row = 0; row < 8; row++)
            {
                var samples = Vector128.LoadUnsafe(ref sample, (nuint)(row * plane.Stride));
                var wide = Vector256.WidenLower(samples.ToVector256()).AsInt32();
                Vector256.ConvertToSingle(wide).StoreUnsafe(ref target, (nuint)(row * 8));
            }
        }
    }

    // How many coefficients stay. The first, the group's mean, always does.
    private static int Cut(Span<float> group, float threshold, float[] deviations)
    {
        var mean = group[0];
        var least = Vector256.Create(threshold);
        var kept = Vector256<int>.Zero;
        ref var start = ref group[0];
        ref var deviation = ref deviations[0];
        for (var i = 0; i < group.Length; i += 8)
        {
            var value = Vector256.LoadUnsafe(ref start, (nuint)i);
            var keep = Vector256.GreaterThanOrEqual(Vector256.Abs(value), least * Vector256.LoadUnsafe(ref deviation, (nuint)(i & 63)));
            (value & keep).StoreUnsafe(ref start, (nuint)i);
            kept -= keep.AsInt32();
        }
        group[0] = mean;
        return Vector256.Sum(kept);
    }

    private float Scale(int length, float sigma, float[] deviations)
    {
        var mean = _noisy[0];
        var noise = Vector256.Create(sigma);
        var sum = Vector256<float>.Zero;
        ref var noisy = ref _noisy[0];
        ref var clean = ref _clean[0];
        ref var deviation = ref deviations[0];
        for (var i = 0; i < length; i += 8)
        {
            var value = Vector256.LoadUnsafe(ref clean, (nuint)i);
            var power = value * value;
            var level = noise * Vector256.LoadUnsafe(ref deviation, (nuint)(i & 63));
            var share = power / (power + level * level);
            (Vector256.LoadUnsafe(ref noisy, (nuint)i) * share).StoreUnsafe(ref noisy, (nuint)i);
            sum = Vector256.FusedMultiplyAdd(share, share, sum);
        }
        _noisy[0] = mean;
        return Tree(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Tree(Vector256<float> lanes) =>
        ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}
