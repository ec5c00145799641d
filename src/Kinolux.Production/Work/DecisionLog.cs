using System.Text;
using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Review;
using Kinolux.Core.Text;

namespace Kinolux.Production.Work;

/// <summary>
/// The decisions of a work folder: JSON Lines that are only ever appended to. An acknowledged decision is on the disk. What was decided in one go is a batch;
/// undoing one appends a line that withdraws it. Several programs may append at once.
/// </summary>
public sealed class DecisionLog(string path)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private sealed record Withdrawal(string Withdraws, string By, DateTimeOffset At);

    /// <summary>A name for what is decided in one go.</summary>
    public static string NewBatch() => Guid.NewGuid().ToString("N")[..12];

    /// <summary>Appends decisions as one write and flushes them to the disk before it returns; those without a batch are given one together.</summary>
    /// <returns>The decisions as they were written.</returns>
    /// <exception cref="FaultException">KX4001: the disk is full; KX4101: the folder is read-only.</exception>
    public IReadOnlyList<Decision> Append(IEnumerable<Decision> decisions)
    {
        var batch = NewBatch();
        var written = decisions.Select(decision => decision.Batch is null ? decision with { Batch = batch } : decision).ToList();
        if (written.Count > 0)
            Guarded(stream => Write(stream, written));
        return written;
    }

    /// <summary>Withdraws the last batch that stands.</summary>
    /// <returns>Its decisions; none where no batch stands.</returns>
    /// <exception cref="FaultException">KX4001, KX4101, KX2401 as for <see cref="Append"/> and <see cref="Read"/>.</exception>
    public IReadOnlyList<Decision> Undo(string by, DateTimeOffset at) => Guarded(stream =>
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        var (decisions, _) = Parse(reader.ReadToEnd(), path);
        if (decisions.LastOrDefault(decision => decision.Batch is not null)?.Batch is not { } last)
            return [];
        Write(stream, [new Withdrawal(last, by, at)]);
        return decisions.Where(decision => decision.Batch == last).ToList();
    });

    /// <summary>All decisions that stand, oldest first. An unfinished line at a crash is passed over: it was never acknowledged.</summary>
    /// <exception cref="FaultException">KX2401: a finished line is no decision.</exception>
    public IReadOnlyList<Decision> Read() => ReadFirst().Standing;

    /// <summary>What stood after so many entries of the log, and how many of them there are: decisions, and withdrawals too.</summary>
    /// <exception cref="FaultException">KX2401 as for <see cref="Read"/>.</exception>
    public (IReadOnlyList<Decision> Standing, int Entries) ReadFirst(int entries = int.MaxValue) => File.Exists(path) ? Parse(WholeFile.Text(path), path, entries) : ([], 0);

    internal static (IReadOnlyList<Decision> Standing, int Entries) Parse(string text, string name, int most = int.MaxValue)
    {
        var (decisions, withdrawn) = (new List<Decision>(), new HashSet<string>());
        var lines = text.Split('\n');
        var entries = 0;
        for (var i = 0; i < lines.Length && entries < most; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                continue;
            try
            {
                if (lines[i].Contains("\"withdraws\"", StringComparison.Ordinal) && JsonSerializer.Deserialize<Withdrawal>(lines[i], KinoluxJson.Line) is { } withdrawal)
                    withdrawn.Add(withdrawal.Withdraws);
                else if (JsonSerializer.Deserialize<Decision>(lines[i], KinoluxJson.Line) is { } decision)
                    decisions.Add(decision);
                else
                    throw new JsonException("it needs kind, frames, verdict, by and at");
                entries++;
            }
            catch (Exception cause) when (cause is JsonException or NotSupportedException)
            {
                if (IsTorn(lines[i]))
                    continue;
                throw FaultException.Of("KX2401", cause, ("file", name), ("line", $"{i + 1}"), ("why", cause.Message));
            }
        }
        return (withdrawn.Count == 0 ? decisions : [.. decisions.Where(decision => decision.Batch is null || !withdrawn.Contains(decision.Batch))], entries);
    }

    // Others read meanwhile, but nobody else writes: a file of its own is locked, since what is open for readers is open for writers too on Unix.
    private T Guarded<T>(Func<FileStream, T> work)
    {
        try
        {
            FileStream? turn = null;
            if (!SpinWait.SpinUntil(() => (turn = TryTakeTurn()) is not null, Patience))
                throw new IOException("another program writes to it");
            using (turn)
            {
                var isNew = !File.Exists(path);
                using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
                if (!stream.CanSeek)
                    throw new IOException("it is no file");
                var done = work(stream);
                if (isNew)
                    DiskFlush.Folder(Path.GetDirectoryName(path) ?? "");
                return done;
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DiskFault.Of(path, cause);
        }
    }

    private FileStream? TryTakeTurn()
    {
        var turn = new ClosedFolder(Path.GetDirectoryName(path) ?? "").At($".{Path.GetFileNameWithoutExtension(path)}.lock");
        try
        {
            return new FileStream(turn, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held) when (held.GetType() == typeof(IOException) && File.Exists(turn))
        {
            return null;
        }
    }

    private static bool Write<T>(FileStream stream, IReadOnlyList<T> entries)
    {
        var text = new StringBuilder();
        // A line that a crash cut short is closed first, so that it spoils no other.
        if (stream.Length > 0)
        {
            stream.Seek(-1, SeekOrigin.End);
            if (stream.ReadByte() != '\n')
                text.Append('\n');
        }
        foreach (var entry in entries)
            text.Append(JsonSerializer.Serialize(entry, KinoluxJson.Line)).Append('\n');
        stream.Seek(0, SeekOrigin.End);
        stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
        stream.Flush(flushToDisk: true);
        return true;
    }

    // A line cut short by a crash has no closing brace.
    private static bool IsTorn(string line) => line.TrimStart().StartsWith('{') && !line.TrimEnd().EndsWith('}');
}
