using Kinolux.Restoration.Origins;

using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Report.Plots;

namespace Kinolux.Restoration.Report;

/// <summary>All that the report of one restoration shows beside its pictures. Whatever is not known stays empty: the page leaves that part out.</summary>
public sealed record RestorationReport
{
    /// <summary>The film's name for people.</summary>
    public required string Title { get; init; }

    public required DateTimeOffset Made { get; init; }

    public required FilmFacts Before { get; init; }

    public required FilmFacts After { get; init; }

    public required IReadOnlyList<ReportShot> Shots { get; init; }

    /// <summary>The damage along the film, in the order in which the page shows it.</summary>
    public IReadOnlyList<FramePlot> Plots { get; init; } = [];

    public required FilmShares Shares { get; init; }

    /// <summary>Every proposal as it stands, in any order. Enumerated once, so a film's millions may be streamed.</summary>
    public IEnumerable<Decided> Proposals { get; init; } = [];

    /// <summary>The plan as it was applied.</summary>
    public JsonNode? Plan { get; init; }

    /// <summary>What decided where nobody did; null where it is not known.</summary>
    public Policy? Policy { get; init; }

    /// <summary>What people decided, as it stands.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>What made the result: Kinolux, its stages, models and tools with their versions.</summary>
    public IReadOnlyList<VersionLine> Versions { get; init; } = [];

    /// <summary>Checksums of every frame before and after; enumerated once.</summary>
    public IEnumerable<FrameHash> Hashes { get; init; } = [];

    /// <summary>What a person should know about the material: interlaced, a gap in the numbering, telecine.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What <c>kinolux review</c> is told to work on, shown with the saved decisions.</summary>
    public string ReviewPath { get; init; } = "";

    /// <summary>The person who looks at it, offered as the decider's name; empty where unknown.</summary>
    public string Person { get; init; } = "";

    /// <summary>The kinds that its proposals may be of, with their words and colours.</summary>
    public IReadOnlyList<ProposalKind> Kinds { get; init; } = [];
}
