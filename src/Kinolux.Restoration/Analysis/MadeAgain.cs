using System.Collections.Concurrent;
using Kinolux.Media;

namespace Kinolux.Restoration.Analysis;

/// <summary>What was kept, was not as it had been written, and so was made again: it is reported. Thread-safe.</summary>
internal sealed class MadeAgain
{
    private readonly ConcurrentQueue<string> _pieces = new();

    /// <param name="piece">Such as <c>the chunk of frames 0-47</c>.</param>
    public void Add(string piece) => _pieces.Enqueue(piece);

    public IEnumerable<FilmFinding> Findings =>
        _pieces.Order(StringComparer.Ordinal).Select(piece => new FilmFinding("made-again", $"{piece} was kept and is not as it was written; it was made again"));
}
