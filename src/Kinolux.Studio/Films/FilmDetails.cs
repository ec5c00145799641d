using Kinolux.Report;
using Kinolux.Restoration.Origins;
using Kinolux.Restoration.Report;

namespace Kinolux.Studio.Films;

/// <summary>All about a film.</summary>
internal sealed record FilmDetails : FilmCard
{
    public FilmDetails(FilmCard card)
        : base(card)
    {
    }

    /// <summary>Left out where the source is missing.</summary>
    public SourceFacts? Source { get; init; }

    /// <summary>Left out until something was delivered.</summary>
    public OutputFacts? Output { get; init; }

    /// <summary>Empty until it was analysed.</summary>
    public IReadOnlyList<ShotFacts> Shots { get; init; } = [];

    /// <summary>What the output consists of.</summary>
    public IReadOnlyList<FilmShare>? Shares { get; init; }

    /// <summary>Who decides here.</summary>
    public string Person { get; init; } = "";

    /// <summary>Address of the report's page, where a job wrote one.</summary>
    public string? Report { get; init; }

    /// <summary>Address of the page that shows the output to others, where one was made.</summary>
    public string? Page { get; init; }

    /// <summary>What to know about the source.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
