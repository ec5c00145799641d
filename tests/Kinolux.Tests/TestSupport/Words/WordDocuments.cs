using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Review;
using Kinolux.Work;

namespace Kinolux.Tests.TestSupport.Words;

/// <summary>Texts of named lines, <c>p3: We utilize it.</c>, in parts that begin with <c># title</c>: what the toy engine works on.</summary>
internal sealed class WordDocuments : DocumentType
{
    public const string Kind = "long-word";

    public static WordDocuments Type { get; } = new();

    public override string Name => "words";

    public override IReadOnlyList<ProposalKind> Kinds { get; } =
    [
        new(Kind, "Long word", Tone.Violet)
        {
            Rules = [new KindRule(0.8, Verdict.Accept), new KindRule(0, Verdict.Wait, "a person hears it better")],
            MayBeWished = true,
            Says = change => $"says “{change["word"]}” instead",
        },
    ];

    public override bool Takes(Place place) => place is TextPlace;

    public override string Stamp(WorkFolder work) =>
        WorkNote.TryRead(work) is { } note && new FileInfo(note.Source) is { Exists: true } file ? string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks:x}.{file.Length:x}") : "";

    public override IReadOnlyDictionary<string, string> Hashes(WorkFolder work) => new Dictionary<string, string> { ["text"] = WholeFile.Sha256(SourceOf(work)), ["review"] = ReviewHash(work) };

    public override WorkDocument Open(WorkFolder work) => Read(SourceOf(work));

    public static string ReviewHash(WorkFolder work) => string.Join('|', work.Log.Read().Standing.Select(entry => $"{entry}"));

    public static TextDocument Read(string path)
    {
        List<TextElement> elements = [];
        List<Part> parts = [];
        var lines = WholeFile.Text(path).TrimEnd('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var colon = lines[i].IndexOf(": ", StringComparison.Ordinal);
            elements.Add(new TextElement(colon > 0 ? lines[i][..colon] : $"line {i}", i, lines[i]));
            if (lines[i].StartsWith("# ", StringComparison.Ordinal))
                parts.Add(new Part(parts.Count + 1, lines[i][2..].ToLowerInvariant().Replace(' ', '-'), lines[i][2..], new Extent(i, lines.Length - 1)));
        }
        for (var i = 0; i + 1 < parts.Count; i++)
            parts[i] = parts[i] with { Extent = new Extent(parts[i].Extent.First, parts[i + 1].Extent.First - 1) };
        return new TextDocument(path, elements, parts);
    }

    private static string SourceOf(WorkFolder work) => WorkNote.TryRead(work)?.Source ?? throw FaultException.Of("KX4102", ("path", work.NotePath));
}
