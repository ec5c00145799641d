using System.Globalization;
using Kinolux.Core.Review;
using Kinolux.Core.Text;
using Kinolux.Core.Time;
using Kinolux.Report;
using Kinolux.Report.Blocks;
using Kinolux.Report.Plots;

namespace Kinolux.Restoration.Report;

/// <summary>The page of a restoration, made of sections.</summary>
internal sealed class RestorationPage(RestorationReport report, StillPictures stills, StackedProxy proxy)
{
    // A frame with thousands of specks shows its largest.
    private const int FoundInPicture = 400;

    private readonly IReadOnlyList<Part> _parts =
        [.. report.Shots.Select(shot => new Part(shot.Index, $"{shot.Index}", $"Shot {shot.Index}", new Extent(shot.Frames.First, shot.Frames.Last)))];

    private readonly Dictionary<int, List<Decided>> _inPictures = stills.All.DistinctBy(still => still.Frame).ToDictionary(still => still.Frame, _ => new List<Decided>());

    /// <summary>What its proposals are by part and kind.</summary>
    public ProposalGroups Groups => field ??= Gather();

    /// <param name="beside">The record's files that stand beside the page.</param>
    public ReportPage Make(IReadOnlyList<string> beside)
    {
        return new ReportPage
        {
            Title = report.Title,
            Made = report.Made,
            Subject = report.After.File,
            ReviewPath = report.ReviewPath,
            Person = report.Person,
            Kinds = report.Kinds,
            Shared = new Dictionary<string, object> { ["film"] = Film() },
            Sections = [.. Sections(beside)],
        };
    }

    private IEnumerable<ReportSection> Sections(IReadOnlyList<string> beside)
    {
        yield return new ReportSection("lead", "", null, new ElementBlock("film-lead"));
        if (report.Plots.Count > 0 || report.Shots.Count > 1)
            yield return new ReportSection("along", "Along the film", "Film", Along());
        if (stills.All.Any(still => still.Note.Badness > 0))
            yield return new ReportSection("worst", "Worst frames", "Worst", new ElementBlock("film-worst"));
        if (Groups.All.Any())
            yield return new ReportSection("decisions", "Decisions", null, new ProposalsBlock(Groups, PlaceOf, new FilmPlace(new FrameRange(0, report.Before.Frames - 1))));
        yield return new ReportSection("record", "Record", null, [.. Record(beside)]);
    }

    private static FilmPlace PlaceOf(Part part) => new(new FrameRange((int)part.Extent.First, (int)part.Extent.Last));

    private ProposalGroups Gather()
    {
        var groups = new ProposalGroups(_parts);
        foreach (var decided in report.Proposals)
        {
            var (frames, found) = (decided.Proposal.Frames, default(List<Decided>));
            var seen = decided.Proposal.Region is not null && frames.Count <= 2 && _inPictures.TryGetValue(frames.First, out found);
            groups.Add(decided, seen);
            found?.Add(decided);
        }
        return groups;
    }

    private object Film() => new
    {
        report.Before.Frames,
        Rate = new[] { report.Before.Rate.Numerator, report.Before.Rate.Denominator },
        Source = new[] { report.Before.Width, report.Before.Height },
        Shots = report.Shots.Select(shot => new { shot.Index, shot.Frames.First, shot.Frames.Last, shot.Kind, shot.In, shot.Printed }),
        Shares = report.Shares.Parts,
        report.Notes,
        Pictures = stills.All.Select(Picture),
        PictureSize = new[] { stills.Size.Width, stills.Size.Height },
        Video = proxy.Excerpts.Count == 0 ? null : new
        {
            File = StackedProxy.FileName, proxy.Size.Width, proxy.Size.Height,
            Excerpts = proxy.Excerpts.Select(excerpt => new[] { excerpt.First, excerpt.Count }),
        },
    };

    private object Picture(StillPictures.Still still) => new
    {
        still.Frame,
        still.Before,
        still.After,
        still.SmallBefore,
        still.SmallAfter,
        still.Note.Words,
        still.Note.Badness,
        Found = _inPictures[still.Frame]
            .OrderByDescending(decided => decided.Proposal.Region?.Box.Area ?? 0)
            .Take(FoundInPicture)
            .Select(decided => new { decided.Proposal.Kind, Box = BoxOf(decided.Proposal.Region), decided.Verdict }),
    };

    private static int[]? BoxOf(RegionMask? region) =>
        region is { Box: var box } ? [box.X, box.Y, box.Width, box.Height] : null;

    private ElementBlock Along() => new("film-along", new
    {
        Plots = report.Plots.Select(plot => PlotModel.Overview(plot, report.Before.Frames)),
        Stretch = PlotModel.StretchOf(report.Before.Frames),
        PlotModel.PartFrames,
    }, PlotParts());

    // Only a film longer than the overview's stretches has more to load.
    private IEnumerable<KeyValuePair<string, object>> PlotParts()
    {
        if (PlotModel.StretchOf(report.Before.Frames) == 1)
            yield break;
        for (var first = 0; first < report.Before.Frames; first += PlotModel.PartFrames)
            yield return new(
                string.Create(CultureInfo.InvariantCulture, $"plots-{first / PlotModel.PartFrames:D5}"),
                report.Plots.ToDictionary(plot => plot.Id, plot => plot.Lines.Select(line => PlotModel.Exact(line, first, PlotModel.PartFrames))));
    }

    private IEnumerable<ReportBlock> Record(IReadOnlyList<string> beside)
    {
        yield return new ElementBlock("film-shares");
        foreach (var file in beside)
            yield return new FileBlock(file, file == RestorationRecord.Paper ? "The record as PDF" : "The record of this restoration: both checksums, who decided what, by which rules, made with what");
        var hashes = report.Hashes.GetEnumerator();
        if (hashes.MoveNext())
            yield return new FileBlock("frame-md5.txt", "Checksum of every frame", writer => WriteHashes(writer, hashes));
        if (report.Plan is { } plan)
            yield return new ListingBlock(plan.ToJsonString(KinoluxJson.Pretty), "Plan");
    }

    private static void WriteHashes(TextWriter writer, IEnumerator<FrameHash> hashes)
    {
        using var all = hashes;
        writer.WriteLine("# frame  MD5 before                        MD5 after");
        do
        {
            var (frame, before, after) = all.Current;
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{frame,7}  {(before.Length == 0 ? "-" : before),-32}  {(after.Length == 0 ? "-" : after)}"));
        }
        while (all.MoveNext());
    }
}
