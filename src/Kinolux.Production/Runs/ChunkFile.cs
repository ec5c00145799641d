using System.Text.Json;
using Kinolux.Core.Text;
using Kinolux.Core.Time;
using Kinolux.Production.Work;

namespace Kinolux.Production.Runs;

/// <summary>What was made of a chunk: <c>KEY.jsonl</c> with its frames, the name of its film (none after an analysis) and the proposals that came up.</summary>
internal sealed record ChunkFile(FrameRange Frames, string? Film, IReadOnlyList<ChunkProposal> Proposals)
{
    /// <summary>The first line of a chunk's file.</summary>
    internal sealed record Head(FrameRange Frames, string? Film, int Count);

    /// <summary>Reads which frames a finished chunk holds and where; null where that cannot be told.</summary>
    public static Head? TryReadHead(string path)
    {
        try
        {
            return File.ReadLines(path).FirstOrDefault() is { } line ? JsonSerializer.Deserialize<Head>(line, KinoluxJson.Line) : null;
        }
        catch (Exception cause) when (cause is JsonException or IOException)
        {
            // A run replaced it meanwhile; a chunk can be made again.
            return null;
        }
    }

    /// <summary>Reads a finished chunk; null where there is none, or not a whole one.</summary>
    public static ChunkFile? TryRead(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var lines = File.ReadLines(path).GetEnumerator();
            if (!lines.MoveNext() || JsonSerializer.Deserialize<Head>(lines.Current, KinoluxJson.Line) is not { } head)
                return null;
            if (head.Film is not null && !File.Exists(Path.Combine(Path.GetDirectoryName(path) ?? "", head.Film)))
                return null;
            var proposals = new List<ChunkProposal>(head.Count);
            while (lines.MoveNext())
                if (JsonSerializer.Deserialize<ChunkProposal>(lines.Current, KinoluxJson.Line) is { } proposal)
                    proposals.Add(proposal);
            return proposals.Count == head.Count ? new ChunkFile(head.Frames, head.Film, proposals) : null;
        }
        catch (JsonException)
        {
            // A chunk can be made again.
            return null;
        }
    }

    public void Write(string path) => AtomicFile.Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, leaveOpen: true);
        writer.Write(JsonSerializer.Serialize(new Head(Frames, Film, Proposals.Count), KinoluxJson.Line) + "\n");
        foreach (var proposal in Proposals)
            writer.Write(JsonSerializer.Serialize(proposal, KinoluxJson.Line) + "\n");
    });
}
