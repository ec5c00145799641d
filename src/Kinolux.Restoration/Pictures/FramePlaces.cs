using System.Globalization;
using Kinolux.Core.Files;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Restoration.Chunks;
using Kinolux.Restoration.Deliveries;
using Kinolux.Restoration.Plans;
using Kinolux.Work;

namespace Kinolux.Restoration.Pictures;

/// <summary>
/// Where each frame of a film is, before and after. A restored frame comes from the newest finished chunk that holds it, exact and there before the film is delivered,
/// else from the output. What is learned of the work folder is kept until its files change. Thread-safe.
/// </summary>
/// <param name="film">The source: a file, or the pattern of a sequence.</param>
/// <param name="rate">Frames a second, where it is a sequence.</param>
/// <param name="work">The work folder; null where nothing was done yet.</param>
public sealed class FramePlaces(string film, Rational? rate, string? work)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (DateTime Written, FinishedChunk? Chunk)> _heads = [];
    private (DateTime Written, IReadOnlyList<FinishedChunk> ByFrame) _chunks;
    private (DateTime Written, string? Undone) _plan;

    // Whether it is what was written is looked at when its first frame is asked for.
    private sealed class FinishedChunk(string file, FrameRange frames, string film, DateTime written)
    {
        private readonly Lazy<bool> _isWhole = new(() => ChunkFile.TryRead(file) is { } made && made.Film == film && made.HasFilm(new ClosedFolder(Path.GetDirectoryName(file) ?? "")));

        public FrameRange Frames => frames;

        public string Film => film;

        public DateTime Written => written;

        public bool IsWhole => _isWhole.Value;
    }

    /// <summary>Null where there is no restored picture of the frame.</summary>
    public FramePlace? Find(FrameSide side, int number) => side == FrameSide.Before ? Before(number) : InChunk(number) ?? InOutput(number);

    private FramePlace Before(int number) =>
        work is not null && Undone(work) is { } undone ? Place(new ClosedFolder(work).At($"{undone}-undone.mkv"), null, number) : Place(film, rate, number);

    private FramePlace? InChunk(int number)
    {
        if (work is null)
            return null;
        var folder = new ClosedFolder(work).Folder("chunks");
        if (!folder.Exists)
            return null;
        lock (_lock)
        {
            var written = Directory.GetLastWriteTimeUtc(folder.Path);
            if (_chunks.Written != written)
                _chunks = (written, Chunks(folder));
            return _chunks.ByFrame.FirstOrDefault(chunk => chunk.Frames.Contains(number) && chunk.IsWhole) is { } chunk
                ? Place(folder.At(chunk.Film), null, number - chunk.Frames.First)
                : null;
        }
    }

    private FramePlace? InOutput(int number)
    {
        if (work is null || !Directory.Exists(work))
            return null;
        using var opened = FilmWork.Open(work);
        if (WorkNote.TryRead(opened)?.Output is not { } output || (!Film.IsPattern(output) && !File.Exists(output)) || FilmLinks.Last(opened) is not { } delivered)
            return null;
        if (delivered.Range is not { } range)
            return Place(output, rate, number);
        return range.Contains(number) ? Place(output, rate, number - range.First) : null;
    }

    // The newest first: while a film is rendered again, its finished chunks show already.
    private List<FinishedChunk> Chunks(ClosedFolder folder)
    {
        var files = folder.Files("*.jsonl").Select(file => new FileInfo(file)).ToList();
        foreach (var gone in _heads.Keys.Except(files.Select(file => file.Name)).ToList())
            _heads.Remove(gone);
        foreach (var file in files)
            if (!_heads.TryGetValue(file.Name, out var known) || known.Written != file.LastWriteTimeUtc)
                _heads[file.Name] = (file.LastWriteTimeUtc, ChunkFile.TryReadHead(file.FullName) is { Film: { } made, Frames: var frames } ? new FinishedChunk(file.FullName, frames, made, file.LastWriteTimeUtc) : null);
        return [.. _heads.Values.Select(head => head.Chunk).OfType<FinishedChunk>().OrderByDescending(chunk => chunk.Written)];
    }

    private string? Undone(string folder)
    {
        var plan = new FileInfo(new ClosedFolder(folder).At(FilmWork.PlanName));
        if (!plan.Exists)
            return null;
        lock (_lock)
        {
            if (_plan.Written != plan.LastWriteTimeUtc)
                _plan = (plan.LastWriteTimeUtc, Plan.Read(plan.FullName).Source.Undone);
            return _plan.Undone;
        }
    }

    private static FramePlace Place(string file, Rational? rate, int number)
    {
        // A sequence's own files are too many to ask: its folder tells when one came or went.
        var isSequence = Film.IsPattern(file);
        FileSystemInfo info = isSequence ? new DirectoryInfo(Path.GetDirectoryName(file) ?? ".") : new FileInfo(file);
        var length = info is FileInfo { Exists: true } single ? single.Length : 0;
        var tag = string.Create(CultureInfo.InvariantCulture, $"{info.LastWriteTimeUtc.Ticks:x}-{length:x}-{number}");
        return new FramePlace(file, isSequence ? rate : null, number, tag);
    }
}
