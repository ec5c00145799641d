using Kinolux.Core.Frames;
using Kinolux.Models.Cards;
using Kinolux.Models.Registry;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Noise;

namespace Kinolux.Restore.Stages.Degrain;

/// <summary>Degrain at work on a chunk: one or two passes over each plane, which remember what the next frame needs again.</summary>
internal sealed class DegrainRun : IStageRun
{
    // What the first pass leaves of the noise, for comparing blocks in the second.
    private const float Left = 0.3f;

    private readonly StageScope _scope;
    private readonly BlockSearch _search;
    private readonly NoiseCurve _noise;
    private readonly GrainShape _shape;
    private readonly FilterPass[] _first;
    private readonly FilterPass[] _second;
    private readonly HalvedPlanes _halvedNoisy;
    private readonly HalvedPlanes _halvedBasic;
    private readonly Dictionary<(int Frame, int Plane), NoiseCurve> _measured = [];
    private readonly LearnedFilter? _learned;
    private FrameWindow? _window;

    /// <param name="model">The model for the luma, or for red, green and blue; null where they are filtered like the rest.</param>
    public DegrainRun(StageScope scope, ModelRegistry models, ModelCard? model)
    {
        var options = scope.OptionsAs<DegrainOptions>();
        var format = scope.Shot.Format;
        _scope = scope;
        _search = BlockSearch.Of(scope.Quality);
        var noise = NoiseOfShot.Decided(scope.Shot, scope.Planned);
        _noise = Scale(noise.Curve, (float)options.Level);
        _shape = GrainShape.Of(noise.Coarseness);
        _halvedNoisy = new HalvedPlanes(format, n => Noisy(n, GuideIndex)!); // Asked only for frames that are there.
        _learned = model is null || noise.Curve.Mean == 0 ? null : new LearnedFilter(scope, model, models.Open(model), Scale(_noise, _shape.Total));
        _first = Passes(FirstWindow);
        _second = _search.Wiener ? Passes(SecondWindow) : [];
        _halvedBasic = new HalvedPlanes(format, n => _first[GuideIndex].Get(n));
    }

    private int GuideIndex => _scope.Shot.Format.IsRgb ? 1 : 0;

    public Frame Process(FrameWindow window)
    {
        var strength = (float)_scope.Options.Strength;
        if (strength == 0 || _noise.Mean == 0)
            return window.Current.Share();
        _window = window;
        var result = _scope.Pool.Rent(window.Current.Format);
        var learned = _learned?.Clean(window) ?? [];
        for (var plane = 0; plane < result.Planes.Length; plane++)
        {
            var source = window.Current.Planes[plane];
            if (source.Width < 8 || source.Height < 8)
                source.CopyTo(result.Planes[plane]);
            else
                Blend(source, plane < learned.Count ? learned[plane] : Filtered(window.Number, plane), strength, result.Planes[plane]);
        }
        Forget(window.Number + 1);
        return result;
    }

    public void Dispose()
    {
    }

    private Plane Filtered(int frame, int plane) => (_search.Wiener ? _second : _first)[plane].Get(frame);

    private FilterPass[] Passes(Func<int, int, FilterWindow> window)
    {
        var format = _scope.Shot.Format;
        return Enumerable.Range(0, format.PlaneCount)
            .Select(plane => new FilterPass(_search, _scope.Shot.Shot.Frames, format.PlaneWidth(plane), format.PlaneHeight(plane), n => window(n, plane), _scope.Rows))
            .ToArray();
    }

    private FilterWindow FirstWindow(int frame, int plane)
    {
        var noise = Noise(frame, plane);
        var guideNoise = Scale(_noise, Shift(plane) == (0, 0) ? _shape.Total : 0.6f * _shape.Total);
        return new FilterWindow
        {
            Noisy = Around(frame, n => Noisy(n, plane)), Guide = Around(frame, n => Guide(n, plane, basic: false)), Motion = Motion(frame),
            Shift = Shift(plane), Noise = noise, Shape = IsPicture(plane) ? _shape : GrainShape.Fine, Limit = FilterWindow.LimitOf(guideNoise),
        };
    }

    private FilterWindow SecondWindow(int frame, int plane) => FirstWindow(frame, plane) with
    {
        Basic = Around(frame, n => _first[plane].Get(n)),
        Guide = Around(frame, n => Guide(n, plane, basic: true)),
        Limit = FilterWindow.LimitOf(Scale(_noise, Left * _shape.Total)),
    };

    private Plane Guide(int frame, int plane, bool basic) =>
        Shift(plane) != (0, 0) ? (basic ? _halvedBasic : _halvedNoisy).Get(frame)
        : basic ? _first[GuideIndex].Get(frame)
        : Noisy(frame, GuideIndex)!; // Asked only for frames that are there.

    private Plane? Noisy(int frame, int plane) => _window![frame - _window.Number]?.Planes[plane]; // Set before any pass is asked.

    private bool IsPicture(int plane) => plane == 0 || !_scope.Shot.Format.HasChroma;

    private (int X, int Y) Shift(int plane)
    {
        var format = _scope.Shot.Format;
        return plane == 0 || !format.HasChroma ? (0, 0) : (format.ChromaShiftX, format.ChromaShiftY);
    }

    private T?[] Around<T>(int frame, Func<int, T?> one) where T : class =>
        Enumerable.Range(frame - _search.Radius, 2 * _search.Radius + 1).Select(n => _scope.Shot.Shot.Frames.Contains(n) ? one(n) : null).ToArray();

    private FlowField?[] Motion(int frame) =>
        Around(frame, n => n == frame ? null : _scope.Motion.Between(n + Math.Sign(frame - n), n));

    // The shot's curve is the guide's; what the other planes hold is measured where it is worked on.
    private NoiseCurve Noise(int frame, int plane)
    {
        if (plane == GuideIndex)
            return _noise;
        if (!_measured.TryGetValue((frame, plane), out var curve))
        {
            curve = NoiseMeter.Measure(Noisy(frame, plane)!, _scope.Rows); // The frame at work is there.
            _measured.Add((frame, plane), curve = Scale(curve, (float)_scope.OptionsAs<DegrainOptions>().Level));
        }
        return curve;
    }

    private void Forget(int frame)
    {
        var oldest = frame - _search.Radius - _search.Spread;
        foreach (var pass in _first.Concat(_second))
            pass.Forget(oldest);
        _halvedNoisy.Forget(oldest);
        _halvedBasic.Forget(oldest);
        foreach (var key in _measured.Keys.Where(key => key.Frame < oldest).ToArray())
            _measured.Remove(key);
    }

    private void Blend(Plane source, Plane filtered, float strength, Plane target) => _scope.Rows.Run(source.Height, (first, end) =>
    {
        var share = (int)MathF.Round(strength * 4096);
        for (var y = first; y < end; y++)
        {
            var from = source.Row(y);
            var to = filtered.Row(y);
            var row = target.Row(y);
            for (var x = 0; x < row.Length; x++)
                row[x] = (ushort)(from[x] + ((to[x] - from[x]) * share + 2048 >> 12));
        }
    });

    private static NoiseCurve Scale(NoiseCurve curve, float by) => new(curve.Sigma.Select(sigma => sigma * by).ToArray());
}
