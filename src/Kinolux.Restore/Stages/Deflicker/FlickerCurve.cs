using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Deflicker;

/// <summary>A shot's flicker, in the whole picture and cell by cell, with the corrections that take it out.</summary>
internal sealed class FlickerCurve
{
    /// <summary>Changes of light slower than this many frames are meant.</summary>
    private const double Meant = 24;

    /// <summary>Light that moves over the picture slower than this many frames is the scene's.</summary>
    private const double Drift = 100;

    private const int Width = FrameSurvey.GridWidth;
    private const int Cells = Width * FrameSurvey.GridHeight;
    private readonly ShotSurvey _shot;
    private readonly double _spread;

    private FlickerCurve(ShotSurvey shot, LightPath path, double[] middle, double cutoff)
    {
        (_shot, _spread) = (shot, Spread(shot));
        Global = path.Correction(cutoff);
        Index = Smoothing.Shake(middle) / 257;
        var restored = new double[middle.Length];
        for (var i = 0; i < restored.Length; i++)
            restored[i] = Global[i].Gain * middle[i] + Global[i].Offset;
        Remainder = Smoothing.Shake(restored) / 257;
    }

    /// <summary>Gain and offset (16-bit levels) per frame for the whole picture.</summary>
    public (double Gain, double Offset)[] Global { get; }

    /// <summary>Flicker of the shot's middle grey, in 8-bit levels: the deviation of independent changes from frame to frame.</summary>
    public double Index { get; }

    /// <summary>The same after correction.</summary>
    public double Remainder { get; }

    public static FlickerCurve Of(ShotSurvey shot)
    {
        var path = LightPath.Of(shot, (_, pair) => (pair.Gain, pair.Offset, Trust(pair)));
        var grey = 0.0;
        for (var i = 0; i < shot.Frames.Count; i++)
            grey += path.Back(i, shot.Frames[i].Mean) / shot.Frames.Count;
        var middle = path.Of(grey);
        return new FlickerCurve(shot, path, middle, Cutoff(path, grey, Spread(shot)));
    }

    /// <summary>Sums of small errors drift, and drift must not be taken for flicker: dark and bright greys have a say as well as the middle.</summary>
    private static double Cutoff(LightPath path, double grey, double spread) =>
        Smoothing.ChooseStiff(Meant, path.Of(grey - spread), path.Of(grey), path.Of(grey + spread));

    private static double Spread(ShotSurvey shot) => shot.Frames.Average(frame => frame.Quantiles[^3] - frame.Quantiles[2]) / 2;

    private static double Trust(PairSurvey pair) => Math.Clamp(pair.Match, 0.02, 1) / pair.Lag;

    /// <summary>
    /// What each cell of the grid needs on top of <see cref="Global"/>, per frame: smooth over the picture, since lamps and shutters are,
    /// and 1 and 0 where nothing was measured.
    /// </summary>
    public LightField[] Local()
    {
        var fields = new LightField[_shot.Frames.Count];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = new LightField();
        var damaged = new Dictionary<PairSurvey, bool[]>(ReferenceEqualityComparer.Instance);
        foreach (var frame in _shot.Frames)
            foreach (var pair in frame.Pairs)
                damaged[pair] = CellDamage.Of(pair, frame.Grid);
        for (var cell = 0; cell < Cells; cell++)
            AddCell(cell, fields, damaged);
        foreach (var field in fields)
            field.Smooth();
        return fields;
    }

    private void AddCell(int cell, LightField[] fields, Dictionary<PairSurvey, bool[]> damaged)
    {
        (double Gain, double Offset, double Weight) Light(int i, PairSurvey pair)
        {
            var (gain, shift) = (pair.CellGain[cell], pair.CellShift[cell]);
            return float.IsNaN(shift) || damaged[pair][cell]
                ? (pair.Gain, pair.Offset, 0.02 * Trust(pair))
                : (gain, _shot.Frames[i].Grid[cell] - gain * (_shot.Frames[i].Grid[cell] - shift), Trust(pair));
        }
        var path = LightPath.Of(_shot, Light);
        var middle = 0.0;
        for (var i = 0; i < fields.Length; i++)
            middle += path.Back(i, _shot.Frames[i].Grid[cell]) / fields.Length;
        var correction = path.Correction(Cutoff(path, middle, _spread / 2));
        var (gains, shifts) = (new double[fields.Length], new double[fields.Length]);
        for (var i = 0; i < fields.Length; i++)
        {
            var (gain, offset) = correction[i];
            var grey = _shot.Frames[i].Grid[cell];
            // What is left to do after the whole picture's correction, at this cell's grey.
            gains[i] = Math.Log(gain / Global[i].Gain);
            shifts[i] = gain * grey + offset - (Global[i].Gain * grey + Global[i].Offset);
        }
        (gains, shifts) = (WithoutDrift(gains), WithoutDrift(shifts));
        var (gainError, shiftError) = path.Disagreement(_shot, Light, i => _shot.Frames[i].Grid[cell]);
        var (gainTrust, shiftTrust) = (Believed(gains, gainError), Believed(shifts, shiftError));
        for (var i = 0; i < fields.Length; i++)
            (fields[i].Gain[cell], fields[i].Shift[cell]) = ((float)(gains[i] * gainTrust), (float)(shifts[i] * shiftTrust));
    }

    // What moves through a cell adds up to drift, which would shade the picture; flicker of parts is fast.
    private static double[] WithoutDrift(double[] course)
    {
        var drift = Smoothing.Smooth(course, Smoothing.ChooseStiff(Drift, course));
        for (var i = 0; i < course.Length; i++)
            drift[i] = course[i] - drift[i];
        return drift;
    }

    /// <summary>The share of a measured course that is no error of measuring (Wiener): pairs at several distances that disagree say how large that is.</summary>
    private static double Believed(double[] course, double error)
    {
        var power = course.Average(value => value * value);
        return power > 0 ? Math.Max(0, 1 - error * error / power) : 0;
    }
}
