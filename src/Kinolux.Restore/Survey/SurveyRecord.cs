using Kinolux.Restore.Motion;
using Kinolux.Restore.Noise;
using Kinolux.Restore.Survey.Flecks;
using Kinolux.Restore.Survey.Steps;

namespace Kinolux.Restore.Survey;

/// <summary>A frame's measurements as a record of fixed size: 16-bit halves for what is plenty (cells), floats for the rest.</summary>
internal static class SurveyRecord
{
    private const int Cells = FrameSurvey.GridWidth * FrameSurvey.GridHeight;
    private const int Thumbnail = FrameSurvey.ThumbnailWidth * FrameSurvey.ThumbnailHeight;
    private const int Rim = RimMeter.Sides * RimMeter.Places;
    private const int PairSize = sizeof(int) + 9 * sizeof(float) + 2 * Cells * 2;

    /// <summary>Bytes of a record.</summary>
    public static int Size { get; } = (7 + NoiseCurve.Knots + FrameSurvey.QuantileCount) * sizeof(float) + sizeof(bool) + (Cells + Rim) * 2 + Thumbnail + FleckRecord.Size + StepRecord.Size + PairSurvey.Lags.Count * PairSize;

    public static void Write(FrameSurvey frame, BinaryWriter to)
    {
        to.Write(frame.Mean);
        to.Write(frame.Noise);
        to.Write(frame.Difference);
        to.Write(frame.BlockDifference);
        to.Write(frame.Text);
        to.Write(frame.Coarseness);
        to.Write(frame.Unrest);
        to.Write(frame.IsCopy);
        foreach (var sigma in frame.NoiseCurve.Sigma)
            to.Write(sigma);
        foreach (var quantile in frame.Quantiles)
            to.Write(quantile);
        foreach (var grey in frame.Grid)
            to.Write((ushort)Math.Clamp(MathF.Round(grey), 0, 65535));
        to.Write(frame.Thumbnail);
        FleckRecord.Write(frame.Flecks, to);
        StepRecord.Write(frame.Step, to);
        for (var i = 0; i < Rim; i++)
            to.Write((Half)(i < frame.Rim.Length ? frame.Rim[i] : 0));
        foreach (var pair in frame.Pairs)
            Write(pair, to);
        for (var missing = frame.Pairs.Count; missing < PairSurvey.Lags.Count; missing++)
            to.Write(new byte[PairSize]);
    }

    public static FrameSurvey Read(BinaryReader from)
    {
        var (mean, noise, difference, block, text) = (from.ReadSingle(), from.ReadSingle(), from.ReadSingle(), from.ReadSingle(), from.ReadSingle());
        var (coarseness, unrest, copy) = (from.ReadSingle(), from.ReadSingle(), from.ReadBoolean());
        var sigma = new float[NoiseCurve.Knots];
        for (var i = 0; i < sigma.Length; i++)
            sigma[i] = from.ReadSingle();
        var quantiles = new float[FrameSurvey.QuantileCount];
        for (var i = 0; i < quantiles.Length; i++)
            quantiles[i] = from.ReadSingle();
        var grid = new float[Cells];
        for (var i = 0; i < grid.Length; i++)
            grid[i] = from.ReadUInt16();
        var thumbnail = from.ReadBytes(Thumbnail);
        var flecks = FleckRecord.Read(from);
        var step = StepRecord.Read(from);
        var rim = new float[Rim];
        for (var i = 0; i < rim.Length; i++)
            rim[i] = (float)from.ReadHalf();
        var pairs = new List<PairSurvey>(PairSurvey.Lags.Count);
        for (var i = 0; i < PairSurvey.Lags.Count; i++)
            if (ReadPair(from) is { Lag: > 0 } pair)
                pairs.Add(pair);
        return new FrameSurvey
        {
            Mean = mean, Noise = noise, NoiseCurve = new NoiseCurve(sigma), Coarseness = coarseness, Unrest = unrest, IsCopy = copy, Flecks = flecks, Step = step, Difference = difference, BlockDifference = block, Text = text,
            Quantiles = quantiles, Grid = grid, Thumbnail = thumbnail, Pairs = pairs, Rim = rim,
            Motion = pairs.Count == 0 ? default : pairs[0].Motion,
        };
    }

    private static void Write(PairSurvey pair, BinaryWriter to)
    {
        to.Write(pair.Lag);
        to.Write(pair.Motion.X);
        to.Write(pair.Motion.Y);
        to.Write(pair.Motion.Rotation);
        to.Write(pair.Motion.Zoom);
        to.Write(pair.Motion.Confidence);
        to.Write(pair.Match);
        to.Write(pair.Gain);
        to.Write(pair.Offset);
        to.Write(pair.Residual);
        foreach (var shift in pair.CellShift)
            to.Write((Half)shift);
        foreach (var gain in pair.CellGain)
            to.Write((Half)gain);
    }

    private static PairSurvey ReadPair(BinaryReader from)
    {
        var lag = from.ReadInt32();
        var motion = new GlobalMotion(from.ReadSingle(), from.ReadSingle(), from.ReadSingle(), from.ReadSingle(), from.ReadSingle());
        var (match, gain, offset, residual) = (from.ReadSingle(), from.ReadSingle(), from.ReadSingle(), from.ReadSingle());
        var (shifts, gains) = (new float[Cells], new float[Cells]);
        for (var i = 0; i < Cells; i++)
            shifts[i] = (float)from.ReadHalf();
        for (var i = 0; i < Cells; i++)
            gains[i] = (float)from.ReadHalf();
        return new PairSurvey { Lag = lag, Motion = motion, Match = match, Gain = gain, Offset = offset, Residual = residual, CellShift = shifts, CellGain = gains };
    }
}
