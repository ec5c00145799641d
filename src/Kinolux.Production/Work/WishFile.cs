using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Review;
using Kinolux.Core.Text;
using Kinolux.Core.Time;

namespace Kinolux.Production.Work;

/// <summary>People's own wishes: proposals as JSON Lines, of which only kind, frames and region (or change) need be given.</summary>
public static class WishFile
{
    private static readonly Lock Writing = new();

    private sealed record Line(string? Kind, FrameRange? Frames, RegionMask? Region, Box? Box, string? Summary, string? By, System.Text.Json.Nodes.JsonObject? Change);

    /// <summary>Reads wishes; those without a name of their own are <paramref name="person"/>'s.</summary>
    /// <exception cref="FaultException">KX2404: a line is no wish, or the file is not there.</exception>
    public static IReadOnlyList<Proposal> Read(string path, string person = "unknown")
    {
        var wishes = new List<Proposal>();
        var number = 0;
        try
        {
            foreach (var text in WholeFile.Text(path).Split('\n'))
            {
                number++;
                if (!string.IsNullOrWhiteSpace(text))
                    wishes.Add(Wish(JsonSerializer.Deserialize<Line>(text, KinoluxJson.Line) ?? throw new JsonException("it is empty"), person));
            }
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw FaultException.Of("KX2404", cause, ("file", path), ("line", $"{number}"), ("why", cause.Message));
        }
        return wishes;
    }

    /// <summary>Adds wishes to those that a work folder has.</summary>
    public static void Append(string path, IEnumerable<Proposal> wishes)
    {
        lock (Writing)
            Write(path, There(path).Concat(wishes).DistinctBy(wish => wish.Id));
    }

    /// <summary>Takes a wish out; false where there is none of that name.</summary>
    public static bool Remove(string path, string id)
    {
        lock (Writing)
        {
            var there = There(path);
            if (there.All(wish => wish.Id != id))
                return false;
            Write(path, there.Where(wish => wish.Id != id));
            return true;
        }
    }

    /// <summary>A person's own wish.</summary>
    public static Proposal Wish(string kind, FrameRange frames, RegionMask? region, string? summary, string by, System.Text.Json.Nodes.JsonObject? change) => new(
        ProposalId.Of(kind, frames, region), kind, frames, region, summary ?? $"{kind}, marked by a person", 1,
        new ProposalSource(by, "", IsPerson: true), [], change);

    private static IReadOnlyList<Proposal> There(string path) => System.IO.File.Exists(path) ? Read(path) : [];

    private static void Write(string path, IEnumerable<Proposal> wishes) =>
        AtomicFile.WriteText(path, string.Concat(wishes.Select(wish => JsonSerializer.Serialize(
            new Line(wish.Kind, wish.Frames, wish.Region, null, wish.Summary, wish.Source.Name, wish.Change), KinoluxJson.Line) + "\n")));

    private static Proposal Wish(Line line, string person)
    {
        if (line is not { Kind: { } kind, Frames: { } frames })
            throw new JsonException("a wish needs kind and frames");
        var region = line.Region ?? (line.Box is { } box ? RegionMask.Whole(box) : null);
        if (region?.Fault() is { } fault)
            throw new JsonException(fault);
        return Wish(kind, frames, region, line.Summary, line.By ?? person, line.Change);
    }
}
