using Kinolux.Core.Frames;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Deflicker;

/// <summary>Applies a shot's light curve; each frame on its own.</summary>
internal sealed class DeflickerRun : IStageRun
{
    private readonly StageScope _scope;
    private readonly double[] _gain;
    private readonly double[] _offset;
    private readonly double _local;
    private readonly double _strength;
    private readonly LightField[]? _fields;

    /// <param name="gain">Per frame of the shot; frames beyond its end keep their light.</param>
    /// <param name="offset">In 8-bit levels.</param>
    /// <param name="local">How much of the local correction, 0 to 1.</param>
    public DeflickerRun(StageScope scope, double[] gain, double[] offset, double local, double strength)
    {
        (_scope, _gain, _offset, _local, _strength) = (scope, gain, offset, local, strength);
        if (local > 0)
            _fields = FlickerCurve.Of(scope.Shot).Local();
    }

    public Frame Process(FrameWindow window)
    {
        var index = window.Number - _scope.Shot.Shot.Frames.First;
        var gain = 1 + ((index < _gain.Length ? _gain[index] : 1) - 1) * _strength;
        var offset = (index < _offset.Length ? _offset[index] * 257 : 0) * _strength;
        if (gain == 1 && offset == 0 && _fields is null)
            return window.Current.Share();
        var map = LightMap.Of(_scope.Shot.At(window.Number).Grid, gain, offset, _fields?[index], _local);
        var source = window.Current;
        var result = _scope.Pool.Rent(source.Format);
        for (var plane = 0; plane < source.Planes.Length; plane++)
            if (source.Format.HasChroma && plane > 0)
                source.Planes[plane].CopyTo(result.Planes[plane]);
            else
                LightKernel.Run(source.Planes[plane], result.Planes[plane], map, _scope.Rows);
        return result;
    }

    public void Dispose()
    {
    }
}
