using System.Collections.Concurrent;
using System.Diagnostics;
using Kinolux.Core.Faults;
using Kinolux.Core.Kernels;
using Kinolux.Models.Cards;
using Kinolux.Models.Runtime;

namespace Kinolux.Models.Tiles;

/// <summary>
/// A model at work on pictures of any size. Tiles are spread over threads and each is run on one, so the result is the same bits for any number of threads.
/// Its buffers are kept from picture to picture. For one picture at a time.
/// </summary>
public sealed class TiledModel
{
    private readonly ModelCard _card;
    private readonly OnnxSession _session;
    private readonly ConcurrentBag<float[]> _buffers = [];
    private IReadOnlyList<Tile> _tiles = [];
    private (int Width, int Height) _size;
    private int _most;
    private long _inside;

    /// <exception cref="FaultException">KX1803: the model is not what its card says.</exception>
    public TiledModel(ModelCard card, OnnxSession session)
    {
        if (CardFit.Problem(card, session) is { } problem)
            throw FaultException.Of("KX1803", ("file", card.File), ("why", problem));
        (_card, _session) = (card, session);
    }

    /// <summary>Fills a tile's values of one input: channels × height × width, in the card's range.</summary>
    public delegate void Fill(TensorCard input, Tile tile, Span<float> values);

    /// <summary>Takes a tile's values of one output.</summary>
    public delegate void Take(TensorCard output, Tile tile, ReadOnlySpan<float> values);

    /// <summary>Time spent inside ONNX Runtime, all threads together.</summary>
    public TimeSpan Inside => Stopwatch.GetElapsedTime(0, Interlocked.Read(ref _inside));

    /// <summary>Runs the model over a picture. <paramref name="fill"/> and <paramref name="take"/> are called by several threads, each for tiles of its own.</summary>
    /// <exception cref="FaultException">KX5801: the model fails.</exception>
    public void Run(int width, int height, RowRunner rows, Fill fill, Take take)
    {
        if (_size != (width, height))
        {
            (_tiles, _size) = (TilePlan.Of(width, height, _card), (width, height));
            _most = _tiles.Max(tile => _card.Inputs.Concat(_card.Outputs).Sum(tensor => Length(tensor, tile)));
            _buffers.Clear();
        }
        rows.Run(_tiles.Count, (first, end) =>
        {
            for (var i = first; i < end; i++)
                Run(_tiles[i], fill, take);
        });
    }

    private void Run(Tile tile, Fill fill, Take take)
    {
        var buffer = _buffers.TryTake(out var kept) ? kept : GC.AllocateUninitializedArray<float>(_most);
        var used = 0;
        var (inputs, outputs) = (Cut(_card.Inputs), Cut(_card.Outputs));
        for (var i = 0; i < inputs.Length; i++)
            fill(_card.Inputs[i], tile, inputs[i].Data.Span);
        var began = Stopwatch.GetTimestamp();
        _session.Run(inputs, outputs);
        Interlocked.Add(ref _inside, Stopwatch.GetTimestamp() - began);
        for (var i = 0; i < outputs.Length; i++)
            take(_card.Outputs[i], tile, outputs[i].Data.Span);
        _buffers.Add(buffer);

        Tensor[] Cut(IReadOnlyList<TensorCard> cards) => [.. cards.Select(card =>
        {
            var length = Length(card, tile);
            used += length;
            return new Tensor(card.Name, buffer.AsMemory(used - length, length), card.Channels.Count, card.Size?[0] ?? tile.Height, card.Size?[1] ?? tile.Width);
        })];
    }

    private static int Length(TensorCard card, Tile tile) => card.Channels.Count * (card.Size?[0] ?? tile.Height) * (card.Size?[1] ?? tile.Width);
}
