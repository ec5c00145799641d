using System.Text.Json.Serialization;
using Kinolux.Restoration.Runs;

namespace Kinolux.Restoration.Archive;

/// <summary>One film of an archive: what it is made of, and what a trial of some of its frames found.</summary>
/// <param name="Path">From the archive's folder on.</param>
/// <param name="Stamp">Changes whenever the file, or what looks at it, does.</param>
public sealed record Reel(string Path, string Stamp)
{
    private static readonly string[] Lost = ["duplicate-frame", "black-frame", "destroyed-frame", "blended-frame", "cut-out-frame"];

    public int Frames { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    public double Seconds { get; init; }

    /// <summary>In words; empty where it has none.</summary>
    public string Sound { get; init; } = "";

    /// <summary>What is unusual about the film.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Null where there was none, since the film is at fault.</summary>
    public Trial? Trial { get; init; }

    /// <summary>Why it could not be looked at, with its code; null where it could.</summary>
    public string? Fault { get; init; }

    /// <summary>How many of these kinds a frame of the trial has on average; what the policy takes for none is none.</summary>
    public double PerFrame(params IReadOnlyList<string> kinds) =>
        Trial is { Frames: > 0 } trial ? (double)trial.Kinds.Where(kind => kinds.Contains(kind.Kind)).Sum(kind => kind.Applied + kind.Waiting) / trial.Frames : 0;

    public bool Has(string kind) => PerFrame(kind) > 0;

    /// <summary>Lost or repeated frames, of all.</summary>
    [JsonIgnore]
    public double LostFrames => PerFrame(Lost);

    /// <summary>What restoring all of it would take; null where nobody knows.</summary>
    public Estimate? Estimate() => Trial is { } trial ? Runs.Estimate.Of(trial, Frames, surveyed: false) : null;

    /// <summary>What a person would be asked at least: the trial's questions. How many more the rest of the film has nobody knows, since what is one thing is asked once.</summary>
    [JsonIgnore]
    public int Questions => Trial?.Questions ?? 0;

    /// <summary>True where all of the film was tried.</summary>
    [JsonIgnore]
    public bool IsWhole => Trial?.Frames >= Frames;
}
