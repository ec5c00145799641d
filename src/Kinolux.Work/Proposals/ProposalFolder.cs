using System.Globalization;
using System.Text;
using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Review;
using Kinolux.Core.Text;

namespace Kinolux.Work.Proposals;

/// <summary>
/// The proposals of a work folder with how each was decided in the last run: a file <c>0003.dirt.jsonl</c> per part and kind
/// (and source, where a person's wishes stand beside an engine's findings), masks in <c>0003.dirt.masks</c>, and in <c>hashes</c> what each of them was when it was written.
/// </summary>
public sealed class ProposalFolder(string folder)
{
    private const string Hashes = "hashes";
    private readonly ClosedFolder _folder = new(folder);

    private sealed record Sum(string Name, string Hash);

    public string Path => folder;

    /// <summary>False until something was looked for, whether it was found or not.</summary>
    public bool IsWritten => Directory.Exists(folder);

    /// <summary>Replaces all proposals by these, part by part.</summary>
    public void Replace(IEnumerable<(Part? Part, Decided Decided)> proposals)
    {
        var next = folder + ".next";
        new ClosedFolder(System.IO.Path.GetDirectoryName(next) ?? "").Remove(System.IO.Path.GetFileName(next));
        Directory.CreateDirectory(next);
        foreach (var (part, items) in ByPart(proposals))
            foreach (var group in items.GroupBy(item => (item.Proposal.Kind, item.Proposal.Source)))
                Write(next, ProposalGroup.Of(part, group.Key.Kind, group.Key.Source), group);
        var sums = Directory.EnumerateFiles(next).Order(StringComparer.Ordinal).Select(file => new Sum(System.IO.Path.GetFileName(file), WholeFile.Seal(file)));
        SealedLines.Write(System.IO.Path.Combine(next, Hashes), [.. sums.Select(sum => JsonSerializer.Serialize(sum, KinoluxJson.Line))]);
        AtomicFile.PlaceFolder(next, folder);
    }

    /// <summary>The groups there are, by part and kind.</summary>
    public IEnumerable<ProposalGroup> Groups() => Whole().Select(file => Head(file));

    /// <summary>All decided proposals of the parts and kinds wanted, in file order. Masks are read where <paramref name="masks"/> says so; else a region is its whole box.</summary>
    /// <exception cref="FaultException">KX2402: a file was damaged.</exception>
    public IEnumerable<(ProposalGroup Group, Decided Decided)> Read(Func<ProposalGroup, bool>? wanted = null, bool masks = false) => Read(Whole(), wanted, masks);

    private static IEnumerable<(ProposalGroup Group, Decided Decided)> Read(IEnumerable<string> files, Func<ProposalGroup, bool>? wanted, bool masks)
    {
        foreach (var file in files)
        {
            var group = Head(file);
            if (wanted is not null && !wanted(group))
                continue;
            using var shapes = masks ? OpenMasks(file) : null;
            foreach (var line in Lines(file).Skip(1))
                yield return (group, Item(file, group, line, shapes));
        }
    }

    /// <summary>All decided proposals of the part of this number, with their masks.</summary>
    public IEnumerable<Decided> ReadPart(int number)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"{number:D5}.");
        return Read(Whole(name => name.StartsWith(stem, StringComparison.Ordinal)), null, masks: true).Select(item => item.Decided);
    }

    /// <summary>All proposals without their words, in file order.</summary>
    /// <exception cref="FaultException">KX2402: a file was damaged.</exception>
    public IEnumerable<ProposalOutline> Outlines()
    {
        foreach (var file in Whole())
        {
            var bytes = WholeFile.Read(file);
            var head = LineAt(bytes, 0);
            var group = Parse<GroupLine>(file, bytes.AsSpan(head)).ToGroup();
            for (var at = head.End.Value + 1; at < bytes.Length;)
            {
                var range = LineAt(bytes, at);
                var line = Parse<OutlineLine>(file, bytes.AsSpan(range));
                yield return new ProposalOutline(group, line.Id, line.Place, line.Confidence, line.Verdict, new LineSpot(file, at, range.End.Value - at));
                at = range.End.Value + 1;
            }
        }
    }

    /// <summary>Some proposals of one file whole, with their masks.</summary>
    /// <exception cref="FaultException">KX2402: the file was damaged, or written again.</exception>
    public static IReadOnlyList<Decided> Read(string file, IEnumerable<ProposalOutline> outlines)
    {
        try
        {
            using var lines = File.OpenRead(file);
            using var shapes = OpenMasks(file);
            return [.. outlines.Select(outline => Item(file, outline.Group, Line(lines, outline.Line), shapes))];
        }
        catch (IOException cause)
        {
            throw FaultException.Of("KX2402", cause, ("file", file), ("why", cause.Message));
        }
    }

    private static string Line(FileStream lines, LineSpot place)
    {
        var bytes = new byte[place.Length];
        lines.Seek(place.Offset, SeekOrigin.Begin);
        lines.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private static Range LineAt(ReadOnlySpan<byte> bytes, int at)
    {
        var length = bytes[at..].IndexOf((byte)'\n');
        return at..(length < 0 ? bytes.Length : at + length);
    }

    // The lists that are there, each held to its hash, and its masks to theirs, before it is given; folders of before there were hashes have none.
    private IEnumerable<string> Whole(Func<string, bool>? wanted = null)
    {
        var sums = SumsThere();
        if (sums?.Keys.FirstOrDefault(name => !File.Exists(_folder.At(name))) is { } missing)
            throw Damaged(_folder.At(missing), "it is not there any more");
        foreach (var file in _folder.Files("*.jsonl").Where(file => wanted is null || wanted(System.IO.Path.GetFileName(file))).ToList())
        {
            if (new FileInfo(file).Length > WholeFile.Most)
                throw Damaged(file, $"it is larger than {WholeFile.Most} bytes");
            foreach (var part in (string[])[file, MasksOf(file)])
                if (sums is not null && File.Exists(part) && !WholeFile.Has(part, sums.GetValueOrDefault(System.IO.Path.GetFileName(part))))
                    throw Damaged(part, "it is not what was written");
            yield return file;
        }
    }

    private Dictionary<string, string>? SumsThere()
    {
        var path = _folder.At(Hashes);
        if (!File.Exists(path))
            return null;
        var lines = SealedLines.TryRead(path, out _) ?? throw Damaged(path, "it is not what was written");
        return lines.Select(line => Parse<Sum>(path, line)).DistinctBy(sum => sum.Name).ToDictionary(sum => sum.Name, sum => sum.Hash);
    }

    private static FaultException Damaged(string file, string why) => FaultException.Of("KX2402", ("file", file), ("why", why));

    private static string MasksOf(string file) => System.IO.Path.ChangeExtension(file, ".masks");

    private static IEnumerable<(Part? Part, List<Decided> Items)> ByPart(IEnumerable<(Part? Part, Decided Decided)> proposals)
    {
        var items = new List<Decided>();
        Part? at = null;
        foreach (var (part, decided) in proposals)
        {
            if (part?.Number != at?.Number && items.Count > 0)
            {
                yield return (at, items);
                items = [];
            }
            at = part;
            items.Add(decided);
        }
        if (items.Count > 0)
            yield return (at, items);
    }

    private static void Write(string folder, ProposalGroup group, IEnumerable<Decided> items)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"{group.Number:D5}.{group.Kind}{(group.Source.IsPerson ? ".wishes" : "")}");
        var path = System.IO.Path.Combine(folder, stem);
        for (var i = 2; File.Exists(path + ".jsonl"); i++)
            path = System.IO.Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{stem}.{i}"));
        using var lines = new StreamWriter(path + ".jsonl");
        using var shapes = new FileStream(path + ".masks", FileMode.Create);
        lines.Write(JsonSerializer.Serialize(GroupLine.Of(group), KinoluxJson.Line) + "\n");
        foreach (var (proposal, verdict, by, reason) in items)
        {
            long? mask = proposal.Place is FilmPlace { Region: { Runs.Count: > 0 } region } ? MaskFile.Append(shapes, region) : null;
            var line = new ProposalLine(
                proposal.Id, proposal.Place, mask, proposal.Summary, Math.Round(proposal.Confidence, 4),
                proposal.Evidence, proposal.Change, verdict, by, reason);
            lines.Write(JsonSerializer.Serialize(line, KinoluxJson.Line) + "\n");
        }
    }

    private static ProposalGroup Head(string file) =>
        Parse<GroupLine>(file, Lines(file).FirstOrDefault() ?? "").ToGroup();

    // What has no length may be a pipe, which would never end.
    private static IEnumerable<string> Lines(string file) => new FileInfo(file).Length == 0 ? [] : File.ReadLines(file);

    private static Decided Item(string file, ProposalGroup group, string text, FileStream? shapes)
    {
        var line = Parse<ProposalLine>(file, text);
        var place = line is { Place: FilmPlace { Region: { } region } film, Mask: { } offset } && shapes is not null ? film with { Region = Mask(shapes, offset, region.Box) } : line.Place;
        return new Decided(
            new Proposal(line.Id, group.Kind, place, line.Summary, line.Confidence, group.Source, line.Evidence, line.Change),
            line.Verdict, line.By, line.Reason);
    }

    private static RegionMask Mask(FileStream shapes, long offset, Box box)
    {
        try
        {
            var mask = MaskFile.Read(shapes, offset, box);
            return mask.Fault() is { } fault ? throw new InvalidDataException(fault) : mask;
        }
        catch (Exception cause) when (cause is InvalidDataException or IOException)
        {
            throw FaultException.Of("KX2402", cause, ("file", shapes.Name), ("why", cause.Message));
        }
    }

    private static FileStream? OpenMasks(string file)
    {
        var path = MasksOf(file);
        return new FileInfo(path) is { Exists: true, Length: > 0 } ? File.OpenRead(path) : null;
    }

    private static T Parse<T>(string file, string line) => Parse<T>(file, Encoding.UTF8.GetBytes(line));

    private static T Parse<T>(string file, ReadOnlySpan<byte> line)
    {
        try
        {
            return KinoluxJson.Read<T>(line);
        }
        catch (JsonException cause)
        {
            throw FaultException.Of("KX2402", cause, ("file", file), ("why", cause.Message));
        }
    }
}
