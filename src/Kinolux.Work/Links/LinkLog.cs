using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Text;

namespace Kinolux.Work.Links;

/// <summary><c>links.jsonl</c>: what was made from what, only ever appended to.</summary>
public sealed class LinkLog(ClosedFolder folder)
{
    private const string FileName = "links.jsonl";

    // The last four are of a delivery of before there were links: what its plan was is not known any more.
    private sealed record Line(
        DateTimeOffset At, string? Made = null, string? MadeHash = null, string? From = null, string? FromHash = null, string? Part = null, string? Reason = null,
        string? SourceDigest = null, string? Output = null, string? OutputHash = null, string? Frames = null)
    {
        public IEnumerable<Link> Links() =>
            this is { Made: { } made, From: { } from, FromHash: { } hash } ? [new Link(At, made, MadeHash, from, hash, Part, Reason)]
            : this is { Output: { } output, SourceDigest: { } film } ? [new Link(At, output, OutputHash, "film", film, Frames)]
            : [];
    }

    /// <exception cref="FaultException">KX4001, KX4101: the disk is full, or the folder read-only.</exception>
    public void Append(params IReadOnlyList<Link> links) =>
        AtomicFile.Append(folder.At(FileName), string.Concat(links.Select(link => JsonSerializer.Serialize(link, KinoluxJson.Line) + "\n")));

    /// <summary>All that can be read, the oldest first: what nobody can read is made again.</summary>
    public IReadOnlyList<Link> Read()
    {
        var path = folder.At(FileName);
        try
        {
            return File.Exists(path) ? [.. WholeFile.Text(path).Split('\n').Where(line => line.EndsWith('}')).SelectMany(Links)] : [];
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static IEnumerable<Link> Links(string line)
    {
        try
        {
            return KinoluxJson.Read<Line>(line).Links();
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
