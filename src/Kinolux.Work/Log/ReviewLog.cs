using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Review;
using Kinolux.Core.Text;

namespace Kinolux.Work.Log;

/// <summary>
/// <c>review.jsonl</c>: what people decided, wished, ruled and took back, as JSON Lines that are only ever appended to. What is acknowledged is on the disk. Several programs may append at once.
/// Work folders of before there was one log have <c>decisions.jsonl</c>, <c>wishes.jsonl</c> and <c>policy.json</c>: they are read as its beginning.
/// </summary>
/// <param name="folder">The work folder.</param>
/// <param name="takes">Whether its document can have such a place.</param>
public sealed class ReviewLog(ClosedFolder folder, Predicate<Place> takes)
{
    /// <summary>The log's file name in every work folder.</summary>
    public const string FileName = "review.jsonl";

    private const int Schema = 1;
    private const string OldDecisions = "decisions.jsonl", OldWishes = "wishes.jsonl", OldPolicy = "policy.json";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // What tells the lines apart; a decision has none of the three and stands flat.
    private sealed record Line(string? By, DateTimeOffset? At, string? Batch, int? Schema = null, WishLine? Wish = null, Policy? Policy = null, string? Withdraws = null);

    /// <summary>A name for what is said in one go.</summary>
    public static string NewBatch() => Guid.NewGuid().ToString("N")[..12];

    /// <summary>When the log was last written to, and how long it is: changes whenever it may say something else.</summary>
    public string Stamp() => string.Join('-', ((string[])[FileName, OldDecisions, OldWishes, OldPolicy]).Select(name => new FileInfo(folder.At(name))).Select(file =>
        file.Exists ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks:x}.{file.Length:x}") : ""));

    /// <summary>Appends entries as one write and flushes them to the disk before it returns.</summary>
    /// <exception cref="FaultException">KX4001: the disk is full; KX4101: the folder is read-only; KX4107: a link is in the log's place.</exception>
    public void Append(IReadOnlyList<ReviewEntry> entries)
    {
        if (entries.Count > 0)
            Guarded(stream => Write(stream, entries));
    }

    /// <summary>Takes back the last batch that stands, whatever was in it.</summary>
    /// <returns>Its entries; none where there is nothing to undo.</returns>
    /// <exception cref="FaultException">As for <see cref="Append"/> and <see cref="Read"/>.</exception>
    public IReadOnlyList<ReviewEntry> Undo(string by, DateTimeOffset at) => Guarded(stream =>
    {
        var standing = Read().Standing.ToList();
        if (standing.LastOrDefault(entry => entry.Batch is not null)?.Batch is not { } last)
            return [];
        Write(stream, [new WithdrawalEntry(last, by, at, null)]);
        return standing.Where(entry => entry.Batch == last).ToList();
    });

    /// <summary>What the log says. An unfinished line at a crash is passed over: it was never acknowledged.</summary>
    /// <param name="lines">Its first lines alone: what it said then.</param>
    /// <exception cref="FaultException">KX2401, KX2403, KX2404: a finished line is no entry; nobody guesses what a person decided.</exception>
    public ReviewRecord Read(int lines = int.MaxValue)
    {
        var (policy, wishes) = (folder.At(OldPolicy), folder.At(OldWishes));
        List<ReviewEntry> entries =
        [
            .. Path.Exists(policy) && PolicyFile.Read(policy, takes).Policy is { } rules ? [new PolicyEntry(rules, "", default, null)] : (ReviewEntry[])[],
            .. Path.Exists(wishes) ? WishFile.Read(wishes, takes).Select(wish => new WishEntry(wish, wish.Source.Name, default, null)) : [],
        ];
        var before = entries.Count;
        foreach (var name in (string[])[OldDecisions, FileName])
            entries.AddRange(Lines(folder.At(name)).Take(lines - (entries.Count - before)));
        return new ReviewRecord(entries, entries.Count - before);
    }

    private IEnumerable<ReviewEntry> Lines(string path)
    {
        var number = 0;
        foreach (var text in Path.Exists(path) ? Text(path).Split('\n') : [])
        {
            number++;
            if (!string.IsNullOrWhiteSpace(text) && Entry(text, path, number) is { } entry)
                yield return entry;
        }
    }

    private ReviewEntry? Entry(string text, string path, int number)
    {
        try
        {
            var line = KinoluxJson.Read<Line>(text);
            if (line.Schema > Schema)
                throw new JsonException("a later version of Kinolux wrote it");
            if (line.Wish is null && line.Policy is null && line.Withdraws is null)
                return KinoluxJson.Read<Decision>(text) is var decision && takes(decision.Place) ? new DecisionEntry(decision) : throw new JsonException(WishLine.OtherPlace);
            if (line is not { By: { } by, At: { } at })
                throw new JsonException("it needs by and at");
            return line.Wish is { } wish ? new WishEntry(wish.ToProposal(by, takes), by, at, line.Batch)
                : line.Policy is { } policy ? new PolicyEntry(policy, by, at, line.Batch)
                : new WithdrawalEntry(line.Withdraws ?? "", by, at, line.Batch);
        }
        catch (JsonException cause)
        {
            // A line cut short by a crash has no closing brace.
            if (text.TrimStart().StartsWith('{') && !text.TrimEnd().EndsWith('}'))
                return null;
            throw FaultException.Of("KX2401", cause, ("file", path), ("line", $"{number}"), ("why", cause.Message));
        }
    }

    // Others read meanwhile, but nobody else writes: a file of its own is locked, since what is open for readers is open for writers too on Unix.
    private T Guarded<T>(Func<FileStream, T> work)
    {
        var path = folder.At(FileName);
        try
        {
            FileStream? turn = null;
            if (!SpinWait.SpinUntil(() => (turn = TryTakeTurn()) is not null, Patience))
                throw new IOException("another program writes to it");
            using (turn)
            {
                var isNew = !File.Exists(path);
                using var stream = OwnFile.Open(path, FileShare.ReadWrite);
                var done = work(stream);
                if (isNew)
                    DiskFlush.Folder(folder.Path);
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
        var turn = folder.At(".review.lock");
        try
        {
            return new FileStream(turn, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held) when (held.GetType() == typeof(IOException) && File.Exists(turn))
        {
            return null;
        }
    }

    private static bool Write(FileStream stream, IReadOnlyList<ReviewEntry> entries)
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
            text.Append(Text(entry)).Append('\n');
        stream.Seek(0, SeekOrigin.End);
        stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
        stream.Flush(flushToDisk: true);
        return true;
    }

    // A folder or a pipe in the log's place is no empty log: nobody knows then what was decided.
    private static string Text(string path)
    {
        try
        {
            return WholeFile.Text(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw FaultException.Of("KX2401", cause, ("file", path), ("line", "1"), ("why", cause.Message));
        }
    }

    private static string Text(ReviewEntry entry)
    {
        var line = (entry switch
        {
            DecisionEntry { Decision: var decision } => JsonSerializer.SerializeToNode(decision, KinoluxJson.Line),
            WishEntry { Wish: var wish } => JsonSerializer.SerializeToNode(new Line(entry.By, entry.At, entry.Batch, Wish: WishLine.Of(wish)), KinoluxJson.Line),
            PolicyEntry { Policy: var policy } => JsonSerializer.SerializeToNode(new Line(entry.By, entry.At, entry.Batch, Policy: policy), KinoluxJson.Line),
            WithdrawalEntry { Withdraws: var what } => JsonSerializer.SerializeToNode(new Line(entry.By, entry.At, entry.Batch, Withdraws: what), KinoluxJson.Line),
            _ => null,
        })?.AsObject() ?? throw new ArgumentException("no entry of a review log", nameof(entry));
        line.Insert(0, "schema", Schema);
        return line.ToJsonString(KinoluxJson.Line);
    }
}
