using System.Globalization;
using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Survey;

namespace Kinolux.Restoration.Plans;

/// <summary>Every kind of proposal about a film.</summary>
public static class FilmKinds
{
    // What may be undone in a film's fields.
    private static readonly IReadOnlyList<ProposalKind> Fields =
    [
        new("interlaced", "Interlaced", Tone.Plain) { Rules = [new KindRule(0, Verdict.Wait, "undoing it changes every frame")] },
        new("telecined", "Telecined", Tone.Plain) { Rules = [new KindRule(0, Verdict.Wait, "undoing it changes the film's length")] },
    ];

    // What parts a film into shots, and what of it is words: nothing is changed there.
    private static readonly IReadOnlyList<ProposalKind> Shots =
        [new("cut", "Cut", Tone.Plain), new("dissolve", "Dissolve", Tone.Plain), new("fade", "Fade", Tone.Plain), new("title", "Title card", Tone.Plain)];

    public static IReadOnlyList<ProposalKind> All { get; } =
        [.. ((IEnumerable<ProposalKind>)[.. Fields, .. Shots, .. FrameDefects.Kinds, .. StageCatalog.Kinds]).Select(kind => kind with { Says = Filled })];

    /// <summary>False for what parts a film into shots.</summary>
    public static bool IsDamage(string kind) => Shots.All(known => known.Id != kind);

    /// <summary>How many frames away the one is that a repair is filled from; null where none is named.</summary>
    internal static int? DonorOf(JsonObject? change) => change?["donor"] is JsonValue value && value.TryGetValue(out int donor) && donor != 0 ? donor : null;

    // Every stage that fills from another frame says so by its distance.
    private static string? Filled(JsonObject change) =>
        DonorOf(change) is { } donor
            ? string.Create(CultureInfo.InvariantCulture, $"filled from {Math.Abs(donor)} frame{(Math.Abs(donor) == 1 ? "" : "s")} {(donor < 0 ? "before" : "after")}")
            : null;
}
