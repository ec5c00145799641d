using System.Globalization;
using Kinolux.Core.Review;
using Kinolux.Work;

namespace Kinolux.Restoration.Plans;

/// <summary>Films under restoration.</summary>
public sealed class FilmDocuments : DocumentType
{
    private FilmDocuments() { }

    public static FilmDocuments Type { get; } = new();

    public override string Name => "film";

    public override IReadOnlyList<ProposalKind> Kinds => FilmKinds.All;

    public override bool Takes(Place place) => place is FilmPlace;

    public override string Stamp(WorkFolder work) =>
        new FileInfo(work.PlanPath) is { Exists: true } plan ? string.Create(CultureInfo.InvariantCulture, $"{plan.LastWriteTimeUtc.Ticks:x}.{plan.Length:x}") : "";

    public override IReadOnlyDictionary<string, string> Hashes(WorkFolder work) => FilmLinks.Hashes(work);

    public override WorkDocument Open(WorkFolder work) => FilmDocument.Of(work);
}
