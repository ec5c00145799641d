using System.Globalization;
using Kinolux.Core.Text;

namespace Kinolux.Restoration.Archive;

/// <summary>Reels as rows: for people as roughly as it is known, for other programs as numbers.</summary>
internal static class ReelTable
{
    // A column without a head is for other programs alone.
    private static readonly (string Head, string Name, Func<Reel, string> Words, Func<Reel, object> Value)[] Columns =
    [
        ("Film", "film", reel => reel.Path, reel => reel.Path),
        ("Length", "seconds", reel => reel.Frames == 0 ? "" : TimeSpan.FromSeconds(Math.Round(reel.Seconds)).ToString("c", CultureInfo.InvariantCulture), reel => Math.Round(reel.Seconds, 3)),
        ("", "frames", _ => "", reel => reel.Frames),
        ("Picture", "picture", reel => reel.Width == 0 ? "" : Say($"{reel.Width}×{reel.Height}"), reel => Say($"{reel.Width}x{reel.Height}")),
        ("Sound", "sound", reel => reel.Frames == 0 ? "" : reel.Sound.Length == 0 ? "none" : reel.Sound, reel => reel.Sound),
        ("Dirt, a frame", "dirt_per_frame", reel => Rate(reel, reel.PerFrame("dirt", "blotch")), reel => Math.Round(reel.PerFrame("dirt", "blotch"), 3)),
        ("Scratches, a frame", "scratches_per_frame", reel => Rate(reel, reel.PerFrame("scratch")), reel => Math.Round(reel.PerFrame("scratch"), 3)),
        ("Lost or repeated, in 1,000", "lost_frames_per_1000", reel => Rate(reel, 1000 * reel.LostFrames), reel => Math.Round(1000 * reel.LostFrames, 1)),
        ("Stains", "stains", reel => Found(reel, "stain"), reel => reel.Has("stain") ? 1 : 0),
        ("Flicker", "flicker", reel => Found(reel, "flicker"), reel => reel.Has("flicker") ? 1 : 0),
        ("Unsteady", "unsteady", reel => Found(reel, "weave"), reel => reel.Has("weave") ? 1 : 0),
        ("Questions", "questions_least", reel => reel.Trial is null ? "" : Say($"{reel.Questions}{(reel.IsWhole ? "" : " or more")}"), reel => reel.Questions),
        ("Time to restore", "seconds_least", reel => reel.Estimate() is { } estimate ? Amounts.Time(estimate.Least, estimate.Most) : "", reel => Math.Round(reel.Estimate()?.Least ?? 0)),
        ("", "seconds_most", _ => "", reel => Math.Round(reel.Estimate()?.Most ?? 0)),
        ("", "frames_tried", _ => "", reel => reel.Trial?.Frames ?? 0),
        ("Remarks", "remarks", Remarks, Remarks),
    ];

    public static IReadOnlyList<string> Heads { get; } = [.. Columns.Where(column => column.Head.Length > 0).Select(column => column.Head)];

    public static IReadOnlyList<string> Row(Reel reel) => [.. Columns.Where(column => column.Head.Length > 0).Select(column => column.Words(reel))];

    public static void WriteCsv(TextWriter writer, IEnumerable<Reel> reels)
    {
        writer.WriteLine(string.Join(',', Columns.Select(column => column.Name)));
        foreach (var reel in reels)
            writer.WriteLine(string.Join(',', Columns.Select(column => Cell(column.Value(reel)))));
    }

    // A spreadsheet takes what begins so for a formula, and names come from anywhere.
    private static string Cell(object value)
    {
        if (value is not string text)
            return string.Create(CultureInfo.InvariantCulture, $"{value}");
        var plain = text.ReplaceLineEndings(" ");
        return $"\"{(plain.Length > 0 && "=+-@\t".Contains(plain[0], StringComparison.Ordinal) ? "'" : "")}{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Remarks(Reel reel) => reel.Fault ?? string.Join("; ", reel.Notes.Concat(((string[])["interlaced", "telecined"]).Where(reel.Has)));

    private static string Rate(Reel reel, double rate) => reel.Trial is null ? "" : Say($"{rate:0.#}");

    private static string Found(Reel reel, string kind) => reel.Trial is null ? "" : reel.Has(kind) ? "found" : "none";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
