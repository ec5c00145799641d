using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kinolux.Core.Files;
using Kinolux.Core.Text;
using Kinolux.Core.Time;
using Kinolux.Production.Work;

namespace Kinolux.Production.Runs;

/// <summary>Says what was made from what: a line for each delivery with the hashes of the film's pictures, the plan and the output.</summary>
internal static class Links
{
    private sealed record Link(DateTimeOffset At, string Source, string SourceDigest, string Plan, string Output, string? OutputHash, FrameRange? Frames);

    /// <summary>When the last delivery was and which frames it holds (null for all); null where there was none.</summary>
    public static (DateTimeOffset At, FrameRange? Range)? Last(string path) => LastLink(path) is { } link ? (link.At, link.Frames) : null;

    /// <param name="hash">Of the output's bytes; null for a sequence.</param>
    public static void Append(string path, RestoreRequest request, SurveyedFilm film, Plan plan, string? hash, DateTimeOffset at)
    {
        var link = new Link(at, request.Film, film.Digest, HashOf(plan), request.Output ?? "", hash, request.Range);
        AtomicFile.Append(path, JsonSerializer.Serialize(link, KinoluxJson.Line) + "\n");
    }

    internal static string HashFile(string path) => "sha256:" + WholeFile.Hash(path);

    private static Link? LastLink(string path)
    {
        try
        {
            return File.Exists(path) && WholeFile.Text(path).Split('\n').LastOrDefault(line => line.EndsWith('}')) is { } line ? KinoluxJson.Read<Link>(line) : null;
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException)
        {
            // The next delivery adds another.
            return null;
        }
    }

    private static string HashOf(Plan plan) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plan.ToJson())));
}
