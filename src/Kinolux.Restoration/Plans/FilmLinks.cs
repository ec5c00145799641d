using System.Security.Cryptography;
using System.Text;
using Kinolux.Core.Time;
using Kinolux.Work;
using Kinolux.Work.Links;
using Kinolux.Work.Log;

namespace Kinolux.Restoration.Plans;

/// <summary>What a restored film hangs on: the film's pictures, the plan, and what people said.</summary>
internal static class FilmLinks
{
    private const string Film = "film", PlanName = "plan", Review = "review";

    /// <summary>When the last delivery was and which frames it holds (null for all); null where there was none.</summary>
    public static (DateTimeOffset At, FrameRange? Range)? Last(WorkFolder work) =>
        work.Links.Read().LastOrDefault(link => link.From == Film) is { } last ? (last.At, FrameRange.TryParse(last.Part, out var range) ? range : null) : null;

    /// <param name="review">What people had said when it was made.</param>
    /// <param name="hash">Of the output's bytes; null for a sequence.</param>
    public static void Append(WorkFolder work, RestoreRequest request, Plan plan, ReviewRecord review, string? hash, DateTimeOffset at)
    {
        var (output, part) = (Path.GetFullPath(request.Output ?? ""), request.Range?.ToString());
        work.Links.Append(
            new Link(at, output, hash, Film, plan.Source.Digest, part, "its pictures"),
            new Link(at, output, hash, PlanName, HashOf(plan), part, "what is done to them"),
            new Link(at, output, hash, Review, review.Hash(), part, "what was decided"));
        if (request.Report is { } report)
            Show(work, output, hash, at, report);
    }

    /// <summary>What was made to show an output: stale when that is, and no document of its own.</summary>
    /// <param name="hash">Of the output's bytes; null where it has none.</param>
    /// <param name="shown">A report's folder, a page, a video.</param>
    public static void Show(WorkFolder work, string output, string? hash, DateTimeOffset at, params IEnumerable<string> shown) =>
        work.Links.Append([.. shown.Select(file => new Link(at, Path.GetFullPath(file), null, Path.GetFullPath(output), hash ?? "", Reason: "what it shows"))]);

    public static IReadOnlyDictionary<string, string> Hashes(WorkFolder work)
    {
        if (!File.Exists(work.PlanPath))
            return new Dictionary<string, string>();
        var plan = Plan.Read(work.PlanPath);
        return new Dictionary<string, string> { [Film] = plan.Source.Digest, [PlanName] = HashOf(plan), [Review] = work.Log.Read().Hash() };
    }

    // Where the film was does not change what is made of it.
    private static string HashOf(Plan plan) => HashOf((plan with { Source = plan.Source with { Path = "" } }).ToJson());

    private static string HashOf(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
