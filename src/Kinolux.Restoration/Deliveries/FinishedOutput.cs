using Kinolux.Core.Files;
using Kinolux.Media;

namespace Kinolux.Restoration.Deliveries;

/// <summary>A whole output just before it appears. The report and the proof ask the same of it: each answer is found once.</summary>
internal sealed class FinishedOutput(FilmWriter writer, IReadOnlyList<string> sent, CancellationToken cancel)
{
    private readonly Lazy<string?> _hash = new(() => Media.Film.IsSequence(writer.Written) ? null : WholeFile.Sha256(writer.Written.Path));
    private readonly Lazy<IReadOnlyList<FrameChecksum>> _checksums = new(() => [.. FrameIndex.Read(writer.Written, cancel)]);

    public FilmInfo Film => writer.Written;

    /// <summary>Checksums of its frames before they were encoded, in order.</summary>
    public IReadOnlyList<string> Sent => sent;

    /// <summary>Of its bytes; null for a sequence.</summary>
    public string? Hash => _hash.Value;

    /// <summary>Of its decoded frames, in order.</summary>
    public IReadOnlyList<FrameChecksum> Checksums => _checksums.Value;

    /// <summary>What it could not keep as the source has it.</summary>
    public IReadOnlyList<FilmFinding> Findings => writer.Findings;
}
