using Kinolux.Core.Frames;
using Kinolux.Restore.Noise;

namespace Kinolux.Restore.Stages.Regrain;

/// <summary>Regrain at work on a chunk.</summary>
internal sealed class RegrainRun : IStageRun
{
    private readonly StageScope _scope;
    private readonly RegrainOptions _options;
    private readonly GrainShape _shape;
    private readonly float[] _amount;

    public RegrainRun(StageScope scope)
    {
        (_scope, _options) = (scope, scope.OptionsAs<RegrainOptions>());
        var noise = NoiseOfShot.Decided(scope.Shot, scope.Planned);
        _shape = GrainShape.Of(noise.Coarseness);
        var scale = (float)_options.Strength * _shape.Gain / GrainField.Deviation;
        _amount = Enumerable.Range(0, 256).Select(level => noise.Curve.At(level * 257) * scale).ToArray();
    }

    public Frame Process(FrameWindow window)
    {
        var current = window.Current;
        if (_amount.All(amount => amount == 0))
            return current.Share();
        var result = _scope.Pool.Rent(current.Format);
        for (var plane = 0; plane < result.Planes.Length; plane++)
            // Grain is silver, not colour: R, G and B get the same, chroma none.
            if (plane == 0 || current.Format.IsRgb)
                Lay(current.Planes[plane], current.Guide, window.Number, result.Planes[plane]);
            else
                current.Planes[plane].CopyTo(result.Planes[plane]);
        return result;
    }

    public void Dispose()
    {
    }

    private void Lay(Plane source, Plane guide, int number, Plane target)
    {
        var field = new GrainField(_shape.Kernel, (uint)_options.Seed, (uint)number);
        _scope.Rows.Run(source.Height, (first, end) =>
        {
            var rows = field.Rows(source.Width);
            var grain = new float[source.Width];
            for (var y = first; y < end; y++)
            {
                field.Row(y, rows, grain);
                var from = source.Row(y);
                var light = guide.Row(y);
                var to = target.Row(y);
                for (var x = 0; x < to.Length; x++)
                    to[x] = (ushort)Math.Clamp(from[x] + MathF.Round(grain[x] * _amount[light[x] >> 8]), 0, 65535);
            }
        });
    }
}
