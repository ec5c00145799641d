using Kinolux.Core.Review;
using Kinolux.Work.Jobs;
using Kinolux.Work.Library;
using Kinolux.Work.Links;

namespace Kinolux.Studio.Works;

/// <summary>The works of the production.</summary>
/// <param name="LeftOut">What is there and cannot be read.</param>
internal sealed record WorkList(IReadOnlyList<WorkCard> Works, IReadOnlyList<LeftOut> LeftOut);

/// <summary>A work.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="View">How its places are shown: <c>film</c>, <c>text</c>; left out until it was worked on.</param>
/// <param name="Waiting">Proposals that wait for a person.</param>
/// <param name="HasOutput">True where its output is there.</param>
/// <param name="Stale">What would be made otherwise now, each after what it is made from.</param>
/// <param name="Job">Its job that is not over.</param>
internal sealed record WorkCard(string Id, string Name, string Engine, string? View, int Waiting, bool HasOutput, IReadOnlyList<Stale> Stale, Job? Job);

/// <summary>A work's document, as far as a page must know it.</summary>
/// <param name="Text">Its words, where it is a text.</param>
internal sealed record DocumentFacts(string View, IReadOnlyList<PartFacts> Parts, IReadOnlyList<TextElement>? Text);

/// <summary>A part of a document.</summary>
/// <param name="First">Where it begins on the document's axis: its first frame, line, …</param>
internal sealed record PartFacts(int Number, string Id, string Title, long First, long Last)
{
    public static PartFacts Of(Part part) => new(part.Number, part.Id, part.Title, part.Extent.First, part.Extent.Last);
}
