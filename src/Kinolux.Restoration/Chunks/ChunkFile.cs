using System.Text.Json;
using Kinolux.Core.Files;
using Kinolux.Core.Text;
using Kinolux.Core.Time;

namespace Kinolux.Restoration.Chunks;

/// <summary>What was made of a chunk: <c>KEY.jsonl</c> with its frames, the name and the hash of its film (none after an analysis) and the proposals that came up, sealed.</summary>
/// <param name="Film">A name in the same folder.</param>
/// <param name="Hash">SHA-256 of the film's bytes.</param>
internal sealed record ChunkFile(FrameRange Frames, string? Film, string? Hash, IReadOnlyList<ChunkProposal> Proposals)
{
    // Of a name, a hash and three numbers.
    private const int LongestHead = 4096;

    /// <summary>The first line of a chunk's file.</summary>
    internal sealed record Head(FrameRange Frames, string? Film, string? Hash, int Count);

    /// <summary>Reads which frames a finished chunk holds and where; null where that cannot be told. Nothing is held to its hash yet.</summary>
    public static Head? TryReadHead(string path)
    {
        try
        {
            return WholeFile.FirstLine(path, LongestHead) is { } line ? KinoluxJson.Read<Head>(line) : null;
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException)
        {
            // A run replaced it meanwhile; a chunk can be made again.
            return null;
        }
    }

    /// <inheritdoc cref="TryRead(string, out bool)"/>
    public static ChunkFile? TryRead(string path) => TryRead(path, out _);

    /// <summary>Reads what was made of a finished chunk; null where there is none, or it is not as it was written. Its film is looked at by <see cref="HasFilm"/>.</summary>
    /// <param name="isDamaged">True where there is one, and not as it was written.</param>
    public static ChunkFile? TryRead(string path, out bool isDamaged)
    {
        try
        {
            if (SealedLines.TryRead(path, out isDamaged) is not { Count: > 0 } lines)
                return null;
            isDamaged = true;
            if (KinoluxJson.Read<Head>(lines[0]) is var head && lines.Count != head.Count + 1)
                return null;
            List<ChunkProposal> proposals = [.. lines.Skip(1).Select(line => KinoluxJson.Read<ChunkProposal>(line))];
            isDamaged = false;
            return new ChunkFile(head.Frames, head.Film, head.Hash, proposals);
        }
        catch (JsonException)
        {
            // A chunk can be made again.
            isDamaged = true;
            return null;
        }
    }

    /// <summary>True where its film is there and is what was written.</summary>
    public bool HasFilm(ClosedFolder chunks) => ClosedFolder.IsName(Film) && WholeFile.Has(chunks.At(Film ?? ""), Hash);

    public void Write(string path) =>
        SealedLines.Write(path, Proposals.Select(proposal => JsonSerializer.Serialize(proposal, KinoluxJson.Line)).Prepend(JsonSerializer.Serialize(new Head(Frames, Film, Hash, Proposals.Count), KinoluxJson.Line)));
}
