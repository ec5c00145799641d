using System.Globalization;
using Kinolux.Core.Review;

namespace Kinolux.Work.Review;

/// <summary>What a person is asked once: a proposal, or all that are one and the same thing seen more than once. One decision answers it; split, each of its proposals is a question of its own.</summary>
/// <param name="Members">The proposals, in the order of their places.</param>
/// <param name="Places">What a decision is about, so that it holds for the thing and not for one sight of it: a track for each line or spot, the whole document, or the one proposal's place.</param>
public sealed record Question(IReadOnlyList<Ruled> Members, IReadOnlyList<Place> Places)
{
    /// <summary>As people and pages name it: its first proposal's name, and how many others there are with it.</summary>
    public string Id => Members.Count == 1 ? First.Id : string.Create(CultureInfo.InvariantCulture, $"{First.Id}+{Members.Count - 1}");

    public string Kind => First.Group.Kind;

    /// <summary>The part that it begins in.</summary>
    public string Part => First.Group.Part;

    /// <summary>From where its first proposal begins to where its last ends.</summary>
    public Extent Extent { get; } = new(Members.Min(item => item.Outline.Place.Extent.First), Members.Max(item => item.Outline.Place.Extent.Last));

    /// <summary>How many of its proposals wait.</summary>
    public int Waiting { get; } = Members.Count(item => item.Now.Verdict == Verdict.Wait);

    /// <summary>Mean of those that wait, 0 to 1; of all where none does.</summary>
    public double Confidence { get; } = Members.Where(item => item.Now.Verdict == Verdict.Wait).DefaultIfEmpty(Members[0]).Average(item => item.Outline.Confidence);

    /// <summary>How much an answer settles: how many proposals, and how far from sure the machine is of them.</summary>
    public double Value => Waiting * 4 * Confidence * (1 - Confidence);

    /// <summary>The one that shows best what it is about: of those that wait the largest in its picture, then the surest.</summary>
    public Ruled Example { get; } = Members.OrderByDescending(item => item.Now.Verdict == Verdict.Wait).ThenByDescending(item => (item.Outline.Place as FilmPlace)?.Region?.Box.Area ?? 0).ThenByDescending(item => item.Outline.Confidence).First();

    private Proposals.ProposalOutline First => Members[0].Outline;
}
