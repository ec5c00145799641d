namespace Kinolux.Restoration.Chunks;

/// <summary>A finished chunk: its key, and the file in the chunks folder that holds its frames (null after an analysis).</summary>
internal sealed record ChunkResult(Chunk Chunk, string Key, string? Film);
