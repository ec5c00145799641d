using System.Security.Cryptography;
using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Review;
using Kinolux.Core.Text;
using Kinolux.Core.Time;
using Kinolux.Report;
using Kinolux.Restoration.Origins;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Report;
using Kinolux.Work;

namespace Kinolux.Restoration.Deliveries;

/// <summary>
/// <c>deliveries/NAME.json</c>: what an output was made by, whatever is decided afterwards, and what its frames were. It is written before the output appears,
/// so that every output that is there can be proved.
/// </summary>
/// <param name="Output">Full path or pattern of the output.</param>
/// <param name="Range">The film's frames that it holds.</param>
/// <param name="Plan">The plan as it was applied.</param>
/// <param name="Versions">Of each stage that ran.</param>
/// <param name="Policy">By which was decided where nobody had.</param>
/// <param name="Decisions">How many lines the review log had; it is only appended to.</param>
/// <param name="DecisionsHash">Of the decisions that stood after them.</param>
/// <param name="Wishes">People's own.</param>
/// <param name="Sent">A checksum of each frame before it was encoded.</param>
/// <param name="Held">MD5 of each decoded frame of the output, where its format does not keep samples exactly; else null.</param>
/// <param name="FileHash">Of the output's bytes; null for a sequence.</param>
/// <param name="Shares">What the output consists of; records of before they were counted so have none.</param>
/// <param name="Original">The source's frames, where it was asked to keep them; else null.</param>
public sealed record DeliveryRecord(
    string Output, FrameRange Range, Plan Plan, IReadOnlyDictionary<string, int> Versions, Policy Policy, int Decisions, string DecisionsHash,
    IReadOnlyList<Proposal> Wishes, IReadOnlyList<string> Sent, IReadOnlyList<string>? Held, string? FileHash, FilmShares? Shares, OriginalFrames? Original = null)
{
    private const string HashEnding = ".sha256";

    // Of a file that holds one.
    private const long MostHash = 1024;

    /// <summary>The longest of what is put behind an output's name.</summary>
    internal const string LongestEnding = ".original.mkv";

    /// <summary>The record of an output; where it was renamed, the only record there is.</summary>
    /// <exception cref="FaultException">KX4105: nothing of that name was delivered from this work folder; KX2406: the record was damaged.</exception>
    public static DeliveryRecord Read(WorkFolder work, string? output)
    {
        var path = output is null ? null : PathOf(work, output);
        if (path is null || !File.Exists(path))
            path = work.Deliveries.Files("*.json").ToList() is [var only]
                ? only
                : throw work.NothingDelivered(output);
        try
        {
            // Records of before there were hashes have none.
            if (File.Exists(path + HashEnding) && !WholeFile.Has(path, WholeFile.Text(path + HashEnding, MostHash).Trim()))
                throw new JsonException("it is not what was written");
            return KinoluxJson.Read<DeliveryRecord>(WholeFile.Text(path));
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException)
        {
            throw FaultException.Of("KX2406", cause, ("file", path), ("why", cause.Message));
        }
    }

    public void Write(WorkFolder work)
    {
        var (deliveries, name) = (work.Deliveries.Make(), WorkFolder.DeliveryName(Output));
        // Without the hash, a record counts as one of before; with one of another, as damaged: so the old hash goes first.
        deliveries.Remove(name + HashEnding);
        AtomicFile.WriteText(deliveries.At(name), JsonSerializer.Serialize(this, KinoluxJson.Line));
        AtomicFile.WriteText(deliveries.At(name + HashEnding), WholeFile.Seal(deliveries.At(name)) + "\n");
    }

    public static string HashOf(IEnumerable<Decision> decisions) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(decisions, KinoluxJson.Line)));

    /// <summary>Where the source of an output is kept, if it was asked for.</summary>
    public static string OriginalOf(WorkFolder work, string output) => work.Deliveries.At(Path.GetFileName(output).Replace('%', '_') + LongestEnding);

    private static string PathOf(WorkFolder work, string output) => work.Deliveries.At(WorkFolder.DeliveryName(output));
}
