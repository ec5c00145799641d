using Kinolux.Restoration.Report;
using Kinolux.Report;
using Kinolux.Restoration.Origins;
using Kinolux.Restoration.Plans;

namespace Kinolux.Restoration.Runs;

/// <summary>What a run did.</summary>
/// <param name="Output">The restored film; null after an analysis or dry run.</param>
/// <param name="Report">The report's page; null where none was asked for.</param>
/// <param name="Frames">Frames delivered or analysed.</param>
/// <param name="ChunksMade">Chunks rendered in this run; the others were there already.</param>
/// <param name="Shares">What the film consists of as decided; null after a dry run, which finds nothing.</param>
/// <param name="Questions">What waits, each thing once however often it was found.</param>
/// <param name="Notes">What a person should know.</param>
public sealed record RestoreOutcome(
    string Film, string Work, string Plan, string? Output, string? Report, int Frames, int Shots, int Chunks, int ChunksMade,
    double Seconds, FilmShares? Shares, IReadOnlyList<KindCount> Kinds, int Questions, IReadOnlyList<string> Notes)
{
    /// <summary>The name of what decided where nobody did.</summary>
    public string Policy { get; init; } = "";

    /// <summary>The record of the restoration, to print: a page, and the same beside it as PDF; null where no report was asked for.</summary>
    public string? Record => Report is null ? null : System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Report) ?? "", RestorationRecord.Page);

    /// <summary>Luma samples of the frames.</summary>
    public long Samples { get; init; }

    /// <summary>After a dry run: what the run would take.</summary>
    public Estimate? Estimate { get; init; }
}
