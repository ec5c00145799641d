using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Noise;
using Kinolux.Restore.Survey;

namespace Kinolux.Bench;

/// <summary>What a stage that asks for nothing but the noise must know of a frame, without the first pass.</summary>
internal static class NoiseSurvey
{
    public static FrameSurvey Of(Frame frame, RowRunner rows)
    {
        var noise = NoiseMeter.Measure(frame.Guide, rows);
        return new FrameSurvey
        {
            Mean = 0, Quantiles = new float[FrameSurvey.QuantileCount], Grid = new float[FrameSurvey.GridWidth * FrameSurvey.GridHeight],
            Noise = noise.Mean, NoiseCurve = noise, Coarseness = NoiseMeter.Coarseness(frame.Guide, noise, rows), Difference = 0, BlockDifference = 0, Motion = new GlobalMotion(0, 0, 0, 0, 1),
        };
    }
}
