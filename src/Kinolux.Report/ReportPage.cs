using Kinolux.Core.Review;

namespace Kinolux.Report;

/// <summary>A report: one page that opens from disk, made of sections in the order in which they stand.</summary>
public sealed record ReportPage
{
    /// <summary>What it is about, for people.</summary>
    public required string Title { get; init; }

    public required DateTimeOffset Made { get; init; }

    /// <summary>The file name of what was made, without folders: saved decisions are named after it.</summary>
    public required string Subject { get; init; }

    public required IReadOnlyList<ReportSection> Sections { get; init; }

    /// <summary>What elements of several sections share, by name, such as a film's pictures.</summary>
    public IReadOnlyDictionary<string, object> Shared { get; init; } = new Dictionary<string, object>();

    /// <summary>What <c>kinolux review</c> is told to work on, shown with the saved decisions.</summary>
    public string ReviewPath { get; init; } = "";

    /// <summary>The person who looks at it, offered as the decider's name; empty where unknown.</summary>
    public string Person { get; init; } = "";

    /// <summary>The kinds that its proposals may be of, with their words and colours.</summary>
    public IReadOnlyList<ProposalKind> Kinds { get; init; } = [];
}
