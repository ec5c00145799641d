using System.Text;
using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Core.Text;

namespace Kinolux.Production.Work;

/// <summary>The decisions of a work folder: JSON Lines that are only ever appended to. An acknowledged decision is on the disk.</summary>
public sealed class DecisionLog(string path)
{
    /// <summary>Appends decisions as one write and flushes them to the disk before it returns.</summary>
    /// <exception cref="FaultException">KX4001: the disk is full; KX4101: the folder is read-only.</exception>
    public void Append(IEnumerable<Decision> decisions)
    {
        var text = new StringBuilder();
        foreach (var decision in decisions)
            text.Append(JsonSerializer.Serialize(decision, KinoluxJson.Line)).Append('\n');
        if (text.Length == 0)
            return;
        try
        {
            using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            // A line that a crash cut short is closed first, so that it spoils no other.
            if (stream.Length > 0)
            {
                stream.Seek(-1, SeekOrigin.End);
                if (stream.ReadByte() != '\n')
                    text.Insert(0, '\n');
            }
            stream.Seek(0, SeekOrigin.End);
            stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
            stream.Flush(flushToDisk: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DiskFault.Of(path, cause);
        }
    }

    /// <summary>All decisions, oldest first. An unfinished line at a crash is passed over: it was never acknowledged.</summary>
    /// <exception cref="FaultException">KX2401: a finished line is no decision.</exception>
    public IReadOnlyList<Decision> Read() => File.Exists(path) ? Parse(File.ReadAllText(path), path) : [];

    internal static IReadOnlyList<Decision> Parse(string text, string name)
    {
        var decisions = new List<Decision>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                continue;
            try
            {
                decisions.Add(JsonSerializer.Deserialize<Decision>(lines[i], KinoluxJson.Line) is { Kind: not null, By: not null } decision
                    ? decision
                    : throw new JsonException("it needs kind, frames, verdict, by and at"));
            }
            catch (Exception cause) when (cause is JsonException or NotSupportedException)
            {
                if (IsTorn(lines[i]))
                    continue;
                throw FaultException.Of("KX2401", cause, ("file", name), ("line", $"{i + 1}"), ("why", cause.Message));
            }
        }
        return decisions;
    }

    // A line cut short by a crash has no closing brace.
    private static bool IsTorn(string line) => line.TrimStart().StartsWith('{') && !line.TrimEnd().EndsWith('}');
}
