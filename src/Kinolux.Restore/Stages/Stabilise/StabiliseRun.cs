using Kinolux.Core.Frames;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Stabilise;

/// <summary>Moves each frame by its share of the path and fills what that leaves empty.</summary>
internal sealed class StabiliseRun : IStageRun
{
    private readonly StageScope _scope;
    private readonly double[] _dx;
    private readonly double[] _dy;
    private readonly double[] _rotation;
    private readonly Resampler _resampler;
    private readonly BorderFill _fill;
    private readonly WeavePath _path;
    private readonly Border _border;
    private readonly float _zoom;

    public StabiliseRun(StageScope scope, double[] dx, double[] dy, double[] rotation)
    {
        (_scope, _dx, _dy, _rotation) = (scope, dx, dy, rotation);
        _resampler = new Resampler(scope.Rows);
        _fill = new BorderFill(_resampler);
        _path = WeavePath.Of(scope.Shot);
        _border = scope.OptionsAs<StabiliseOptions>().Border;
        _zoom = _border == Border.Zoom ? Zoom(scope.Shot.Format) : 0;
    }

    public Frame Process(FrameWindow window)
    {
        var index = window.Number - _scope.Shot.Shot.Frames.First;
        var motion = Correction(index);
        if (motion is { X: 0, Y: 0, Rotation: 0, Zoom: 0 })
            return window.Current.Share();
        var (result, beyond) = Move(window.Current, motion);
        if (_border == Border.Fill)
            Fill(window, index, result, beyond);
        return result;
    }

    public void Dispose()
    {
    }

    private GlobalMotion Correction(int index) =>
        new(Scale(At(_dx, index)), Scale(At(_dy, index)), (float)At(_rotation, index), _zoom, 1);

    private float Scale(double shift) => (float)(shift * (1 + _zoom));

    private static double At(double[] values, int index) => index < values.Length ? values[index] : 0;

    private (Frame Frame, Beyond Beyond) Move(Frame source, GlobalMotion motion)
    {
        var result = _scope.Pool.Rent(source.Format);
        var beyond = default(Beyond);
        for (var plane = source.Planes.Length - 1; plane >= 0; plane--)
        {
            var chroma = plane > 0 && source.Format.HasChroma;
            beyond = _resampler.Run(source.Planes[plane], motion, chroma ? source.Format.ChromaShiftX : 0, chroma ? source.Format.ChromaShiftY : 0, result.Planes[plane]);
        }
        return (result, beyond);
    }

    /// <summary>Takes what is missing from the nearest frames that have it, along the path and the camera's own move.</summary>
    private void Fill(FrameWindow window, int index, Frame result, Beyond missing)
    {
        for (var distance = 1; distance <= Stabilise.Reach; distance++)
            foreach (var offset in (ReadOnlySpan<int>)[distance, -distance])
            {
                if (missing is { Left: <= 0, Top: <= 0, Right: <= 0, Bottom: <= 0 })
                    return;
                var other = index + offset;
                if (other < 0 || other >= _scope.Shot.Frames.Count || _path.States[other] != FrameState.Good || window[offset] is not { } neighbour)
                    continue;
                var own = Correction(index);
                var motion = new GlobalMotion(
                    (float)(own.X - (_path.X[other] - _path.X[index])), (float)(own.Y - (_path.Y[other] - _path.Y[index])),
                    (float)(own.Rotation - (_path.Rotation[other] - _path.Rotation[index])), (float)-(_path.Zoom[other] - _path.Zoom[index]), 1);
                var has = BorderFill.Beyond(result.Format, motion);
                if (!BorderFill.Helps(missing, has))
                    continue;
                missing = _fill.Run(result, neighbour, motion, missing, has);
            }
    }

    /// <summary>How much the shot must grow for no frame to show its edge.</summary>
    private float Zoom(FrameFormat format)
    {
        var most = 0.0;
        for (var i = 0; i < _dx.Length; i++)
        {
            var turn = Math.Abs(At(_rotation, i));
            most = Math.Max(most, (Math.Abs(_dx[i]) + turn * format.Height / 2) * 2 / format.Width);
            most = Math.Max(most, (Math.Abs(At(_dy, i)) + turn * format.Width / 2) * 2 / format.Height);
        }
        return (float)(most / Math.Max(0.1, 1 - most));
    }
}
