using Kinolux.Core.Frames;
using Kinolux.Models.Cards;
using Kinolux.Models.Runtime;
using Kinolux.Models.Tiles;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Noise;

namespace Kinolux.Restore.Stages.Degrain;

/// <summary>
/// A denoising model at work on a chunk's frames, on the luma or on red, green and blue: what it is told of the noise, and of the frames around.
/// Its result for a frame depends on the window and the scope alone.
/// </summary>
internal sealed class LearnedFilter
{
    // Brightness for the noise is the mean of cells of 4 × 4 samples, so that it is not the noise's own.
    private const int CellShift = 2;
    private const int CellSize = 1 << CellShift;

    private readonly StageScope _scope;
    private readonly TiledModel _model;
    private readonly NoiseCurve _noise;
    private readonly Plane[] _seen;
    private readonly Plane[] _moved;
    private readonly Plane[] _result;
    private readonly float[] _sigma;
    private readonly int _cells;

    // From full-scale 16-bit levels to the picture's unit.
    private readonly float _unit;

    /// <param name="noise">Standard deviations as they lie in the samples, for each brightness.</param>
    public LearnedFilter(StageScope scope, ModelCard card, OnnxSession session, NoiseCurve noise)
    {
        var (width, height) = (scope.Shot.Format.Width, scope.Shot.Format.Height);
        (_scope, _model, _noise) = (scope, new TiledModel(card, session), noise);
        var picture = card.Inputs.First(input => !input.Is("noise"));
        _unit = (float)(picture.Range[1] - picture.Range[0]) / 65535;
        _result = [.. card.Outputs[0].Channels.Select(_ => new Plane(width, height))];
        _seen = new Plane[picture.Channels.Count];
        _moved = [.. _seen.Select(_ => _seen.Length == _result.Length ? new Plane(1, 1) : new Plane(width, height))];
        _cells = (width + CellSize - 1) >> CellShift;
        _sigma = new float[_cells * ((height + CellSize - 1) >> CellShift)];
    }

    /// <summary>The clean luma of the window's frame, or its red, green and blue; valid until the next call.</summary>
    public IReadOnlyList<Plane> Clean(FrameWindow window)
    {
        var frames = _seen.Length / _result.Length;
        for (var i = 0; i < frames; i++)
            Look(window, i - frames / 2, i * _result.Length);
        var current = window.Current.Guide;
        MeasureNoise(current);
        _model.Run(current.Width, current.Height, _scope.Rows, Fill, Take);
        return _result;
    }

    // A shot's ends are mirrors: the frame on the other side has noise of its own, the frame itself has not.
    private void Look(FrameWindow window, int offset, int first)
    {
        var there = offset == 0 ? 0 : window[offset] is not null ? offset : window[-offset] is not null ? -offset : 0;
        for (var plane = 0; plane < _result.Length; plane++)
            if (there == 0 || window[there] is not { } frame)
                _seen[first + plane] = window.Current.Planes[plane];
            else
                Warp.Run(frame.Planes[plane], _scope.Motion.Between(window.Number, window.Number + there), 0, 0, _seen[first + plane] = _moved[first + plane], _scope.Rows);
    }

    private void MeasureNoise(Plane plane) => _scope.Rows.Run(_sigma.Length / _cells, (first, end) =>
    {
        for (var row = first; row < end; row++)
            for (var column = 0; column < _cells; column++)
                _sigma[row * _cells + column] = _noise.At(Mean(plane, column << CellShift, row << CellShift));
    });

    private static int Mean(Plane plane, int left, int top)
    {
        var (right, bottom) = (Math.Min(left + CellSize, plane.Width), Math.Min(top + CellSize, plane.Height));
        var sum = 0;
        for (var y = top; y < bottom; y++)
            foreach (var sample in plane.Row(y)[left..right])
                sum += sample;
        return sum / ((right - left) * (bottom - top));
    }

    private void Fill(TensorCard input, Tile tile, Span<float> values)
    {
        var (low, high) = ((float)input.Range[0], (float)input.Range[1]);
        if (input.Is("noise"))
            FillNoise(tile, values, low, high);
        else
            for (var i = 0; i < _seen.Length; i++)
                FillPicture(_seen[i], tile, values[(i * tile.Height * tile.Width)..], low, (high - low) / 65535);
    }

    private static void FillPicture(Plane plane, Tile tile, Span<float> values, float black, float scale)
    {
        for (var y = 0; y < tile.Height; y++)
        {
            var row = plane.Row(tile.Rows[y]);
            var line = values.Slice(y * tile.Width, tile.Width);
            for (var x = 0; x < line.Length; x++)
                line[x] = black + row[tile.Columns[x]] * scale;
        }
    }

    private void FillNoise(Tile tile, Span<float> values, float least, float most)
    {
        for (var y = 0; y < tile.Height; y++)
        {
            var row = _sigma.AsSpan((tile.Rows[y] >> CellShift) * _cells, _cells);
            var line = values.Slice(y * tile.Width, tile.Width);
            for (var x = 0; x < line.Length; x++)
                line[x] = Math.Clamp(row[tile.Columns[x] >> CellShift] * _unit, least, most);
        }
    }

    private void Take(TensorCard output, Tile tile, ReadOnlySpan<float> values)
    {
        var (low, scale) = ((float)output.Range[0], 65535 / (float)(output.Range[1] - output.Range[0]));
        for (var plane = 0; plane < _result.Length; plane++)
            for (var y = 0; y < tile.CoreHeight; y++)
            {
                var line = values.Slice((plane * tile.Height + tile.Top + y) * tile.Width + tile.Left, tile.CoreWidth);
                var row = _result[plane].Row(tile.Y + y)[tile.X..];
                for (var x = 0; x < line.Length; x++)
                    row[x] = (ushort)Math.Clamp((line[x] - low) * scale + 0.5f, 0, 65535);
            }
    }
}
