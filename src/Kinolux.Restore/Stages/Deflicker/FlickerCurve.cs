using Kinolux.Restore.Kernels;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Deflicker;

/// <summary>A shot's flicker, in the whole picture and cell by cell, with the corrections that take it out.</summary>
internal sealed class FlickerCurve
{
    /// <summary>Flicker below this, in 8-bit levels, is left alone: it is not seen, and measuring it is no more exact.</summary>
    public const double Visible = 0.35;

    /// <summary>Light that moves over the picture slower than this many frames is the scene's.</summary>
    private const double Drift = 100;

    private const int Width = FrameSurvey.GridWidth;
    private const int Cells = Width * FrameSurvey.GridHeight;
    // A frame of which so much more is clipped than of the shot's others has lost what a correction would need.
    private const int ClippedQuantiles = FrameSurvey.QuantileCount / 4;

    private readonly ShotSurvey _shot;
    private readonly double _spread;
    private readonly LightCourse _course;
    private readonly bool[] _repeats;

    private FlickerCurve(ShotSurvey shot, LightPath path, double grey)
    {
        (_shot, _spread) = (shot, Spread(shot));
        var middle = path.Of(grey);
        _repeats = Array.ConvertAll(FrameStates.Of(shot.Frames), state => state == FrameState.Duplicate);
        _course = LightCourse.Of(middle, Beyond(shot), _repeats);
        var steady = path.Without(_course);
        Index = _course.Index / 257;
        Global = steady.Correction(Cutoff(steady, grey, _spread));
        var restored = new double[middle.Length];
        for (var i = 0; i < restored.Length; i++)
        {
            if (_course.Events[i] || Index < Visible)
                Global[i] = (1, 0);
            restored[i] = Global[i].Gain * middle[i] + Global[i].Offset;
        }
        Remainder = LightCourse.Of(restored, _course.Events, _repeats).Index / 257;
    }

    /// <summary>Gain and offset (16-bit levels) per frame for the whole picture.</summary>
    public (double Gain, double Offset)[] Global { get; }

    /// <summary>Flicker of the shot's middle grey between its events, in 8-bit levels: the deviation of independent changes from frame to frame.</summary>
    public double Index { get; }

    /// <summary>Frames that are left as they are: flashes, cards, the dark ends of fades.</summary>
    public int EventCount => _course.Events.Count(isEvent => isEvent);

    /// <summary>True where the light changes as lamps make it.</summary>
    public bool IsLit => _course.IsLit || _course.ComesRound;

    /// <summary>See <see cref="UnevenLight"/>.</summary>
    public UnevenLight Uneven() => UnevenLight.Of(_shot, _course.Events);

    /// <summary>The same after correction.</summary>
    public double Remainder { get; }

    public static FlickerCurve Of(ShotSurvey shot)
    {
        var path = LightPath.Of(shot, (_, pair) => (pair.Gain, pair.Offset, Trust(pair)));
        return new FlickerCurve(shot, path, Selection.Nth<double>([.. shot.Frames.Select((frame, i) => path.Back(i, frame.Mean))], shot.Frames.Count / 2));
    }

    /// <summary>Frames that show nothing, or that are clipped where the shot's others are not.</summary>
    private static bool[] Beyond(ShotSurvey shot)
    {
        var (dark, bright) = (shot.Frames.Min(frame => frame.Quantiles[0]), shot.Frames.Max(frame => frame.Quantiles[^1]));
        var clipped = shot.Frames.Select(frame => frame.Quantiles.Count(grey => grey >= bright - 257 || grey <= dark + 257)).ToArray();
        var usual = Selection.Nth<int>([.. clipped], clipped.Length / 2);
        return [.. shot.Frames.Select((frame, i) => frame.IsBlank || clipped[i] >= usual + ClippedQuantiles)];
    }

    /// <summary>Sums of small errors drift, and drift must not be taken for flicker: dark and bright greys have a say as well as the middle.</summary>
    private static double Cutoff(LightPath path, double grey, double spread) =>
        Smoothing.ChooseStiff(LightCourse.Meant, path.Of(grey - spread), path.Of(grey), path.Of(grey + spread));

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
        var course = LightCourse.Of(path.Of(middle), _course.Events, _repeats);
        var steady = path.Without(course);
        var correction = steady.Correction(Cutoff(steady, middle, _spread / 2));
        var (gains, shifts) = (new double[fields.Length], new double[fields.Length]);
        for (var i = 0; i < fields.Length; i++)
        {
            // A lamp that blinks, or something that passes, is no flicker of its place.
            if (course.Events[i] || course.IsLit)
                continue;
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
            if (!course.Events[i] && !course.IsLit)
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
