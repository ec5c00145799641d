using System.Diagnostics;
using Kinolux.Core.Faults;
using Kinolux.Core.Kernels;
using Kinolux.Models.Cards;
using Kinolux.Models.Runtime;

namespace Kinolux.Models.Tiles;

/// <summary>A model run on a drawn picture: does it give what its card promises, and how fast?</summary>
/// <param name="Milliseconds">Time of one picture.</param>
/// <param name="InsideShare">The share of it that was spent inside ONNX Runtime; of one thread.</param>
public sealed record ModelTrial(int Width, int Height, double Milliseconds, double InsideShare)
{
    /// <summary>Runs the model over a picture of <paramref name="width"/> × <paramref name="height"/> a few times, and takes the fastest.</summary>
    /// <exception cref="FaultException">KX1803: the card says something else, or what comes out is no number; KX5801: it fails.</exception>
    public static ModelTrial Run(ModelCard card, OnnxSession session, int width, int height, RowRunner rows, int times = 1)
    {
        var model = new TiledModel(card, session);
        var best = new ModelTrial(width, height, double.MaxValue, 0);
        for (var i = 0; i < times; i++)
        {
            var (began, inside, odd) = (Stopwatch.GetTimestamp(), model.Inside, false);
            model.Run(width, height, rows, Draw, (_, _, values) => odd |= !AllFinite(values));
            if (odd)
                throw FaultException.Of("KX1803", ("file", card.File), ("why", "what it gives for a plain picture is not all finite numbers"));
            var whole = Stopwatch.GetElapsedTime(began);
            if (whole.TotalMilliseconds < best.Milliseconds)
                best = best with { Milliseconds = whole.TotalMilliseconds, InsideShare = (model.Inside - inside) / whole };
        }
        return best;
    }

    // Slopes from black to white; noise and masks get the lower quarter of their range.
    private static void Draw(TensorCard input, Tile tile, Span<float> values)
    {
        var (low, high) = ((float)input.Range[0], (float)input.Range[1]);
        var share = input.Channels.Count > 1 || input.Is("picture") ? 1f : 0.25f;
        for (var i = 0; i < values.Length; i++)
        {
            var (x, y) = (tile.Columns[i % tile.Width], tile.Rows[i / tile.Width % tile.Height]);
            values[i] = low + (high - low) * share * ((x * 3 + y * 5) % 256 / 255f);
        }
    }

    private static bool AllFinite(ReadOnlySpan<float> values)
    {
        foreach (var value in values)
            if (!float.IsFinite(value))
                return false;
        return true;
    }
}
