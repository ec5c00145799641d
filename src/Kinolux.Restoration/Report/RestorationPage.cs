using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Kinolux.Core.Review;
using Kinolux.Core.Text;
using Kinolux.Report;
using Kinolux.Report.Plots;

namespace Kinolux.Restoration.Report;

/// <summary>Writes the page of a restoration with its data into a folder that holds the pictures already.</summary>
internal sealed class RestorationPage(string folder, RestorationReport report, StillPictures stills, StackedProxy proxy)
{
    private const string HashFile = "frame-md5.txt";

    public void Write()
    {
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        var groups = Gather();
        var model = new
        {
            report.Title,
            Made = report.Made.ToString("yyyy-MM-dd HH:mm 'UTC'zzz", CultureInfo.InvariantCulture),
            Before = Film(report.Before),
            After = Film(report.After),
            Rate = new[] { report.Before.Rate.Numerator, report.Before.Rate.Denominator },
            Shots = report.Shots.Select(shot => new { shot.Index, shot.Frames.First, shot.Frames.Last, shot.Kind, shot.In, shot.Printed }),
            report.Share,
            Plots = report.Plots.Select(plot => PlotModel.Overview(plot, report.Before.Frames)),
            Stretch = PlotModel.StretchOf(report.Before.Frames),
            PlotModel.PartFrames,
            Pictures = stills.All.Select(still => Picture(still, groups)),
            PictureSize = new[] { stills.Size.Width, stills.Size.Height },
            Video = proxy.Excerpts.Count == 0 ? null : new
            {
                File = StackedProxy.FileName, proxy.Size.Width, proxy.Size.Height,
                Excerpts = proxy.Excerpts.Select(excerpt => new[] { excerpt.First, excerpt.Count }),
            },
            Groups = groups.All.Select(GroupModel),
            Plan = report.Plan?.ToJsonString(KinoluxJson.Pretty),
            report.Versions,
            report.Notes,
            Hashes = WriteHashes() ? HashFile : null,
            report.ReviewPath,
            report.Person,
            report.Kinds,
        };
        WritePlotParts();
        WriteGroupParts(groups);
        var json = JsonSerializer.Serialize(model, KinoluxJson.Line);
        File.WriteAllText(Path.Combine(folder, "index.html"), Html(report.Title, json));
        ReportAssets.CopyTo(folder);
        // Last, so that only a whole report carries the mark.
        File.WriteAllText(Path.Combine(folder, ReportFolder.Mark), """{"kinoluxReport": 1}""" + "\n");
    }

    private static string Html(string title, string json) => ReportAssets.Page
        .Replace("{{title}}", WebUtility.HtmlEncode(title), StringComparison.Ordinal)
        .Replace("{{data}}", InScript(json), StringComparison.Ordinal);

    // Nothing that a file name or a reason says may end the script element.
    private static string InScript(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);

    private ProposalGroups Gather()
    {
        var groups = new ProposalGroups(report.Shots, stills.All.Select(still => still.Frame).ToHashSet());
        foreach (var decided in report.Proposals)
            groups.Add(decided);
        return groups;
    }

    private static object Film(FilmFacts film) => new { film.File, film.Frames, film.Width, film.Height, film.Format, film.Hash };

    private static object Picture(StillPictures.Still still, ProposalGroups groups) => new
    {
        still.Frame,
        still.Before,
        still.After,
        still.SmallBefore,
        still.SmallAfter,
        still.Note.Words,
        still.Note.Badness,
        // A frame with thousands of specks shows its largest.
        Found = groups.In(still.Frame)
            .OrderByDescending(decided => decided.Proposal.Region?.Box.Area ?? 0)
            .Take(400)
            .Select(decided => new { decided.Proposal.Kind, Box = BoxOf(decided.Proposal.Region), decided.Verdict }),
    };

    private static object GroupModel(ProposalGroups.Group group) => new
    {
        Shot = group.Shot?.Index ?? 0,
        group.Kind,
        group.Count,
        Accept = group.ByVerdict[(int)Verdict.Accept],
        Edit = group.ByVerdict[(int)Verdict.Edit],
        Reject = group.ByVerdict[(int)Verdict.Reject],
        Wait = group.ByVerdict[(int)Verdict.Wait],
    };

    private void WriteGroupParts(ProposalGroups groups)
    {
        foreach (var shot in groups.All.GroupBy(group => group.Shot?.Index ?? 0))
        {
            var lists = shot.ToDictionary(group => group.Kind, group => group.Doubtful.Select(ProposalModel));
            WritePart(string.Create(CultureInfo.InvariantCulture, $"shot-{shot.Key:D5}"), lists);
        }
    }

    private static object ProposalModel(Decided decided)
    {
        var proposal = decided.Proposal;
        return new
        {
            proposal.Id,
            proposal.Frames,
            Box = BoxOf(proposal.Region),
            proposal.Summary,
            Confidence = Math.Round(proposal.Confidence, 3),
            Source = proposal.Source.Version.Length == 0 ? proposal.Source.Name : $"{proposal.Source.Name} {proposal.Source.Version}",
            Evidence = proposal.Evidence.Take(6).Select(evidence => new { evidence.What, Value = Finite(evidence.Value), Threshold = Finite(evidence.Threshold) }),
            decided.Verdict,
            decided.By,
            decided.Reason,
        };
    }

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? Math.Round(number, 4) : null;

    private static int[]? BoxOf(RegionMask? region) =>
        region is { Box: var box } ? [box.X, box.Y, box.Width, box.Height] : null;

    // Only a film longer than the overview's stretches has more to load.
    private void WritePlotParts()
    {
        if (PlotModel.StretchOf(report.Before.Frames) == 1)
            return;
        for (var first = 0; first < report.Before.Frames; first += PlotModel.PartFrames)
        {
            var plots = report.Plots.ToDictionary(plot => plot.Id, plot => plot.Lines.Select(line => PlotModel.Exact(line, first, PlotModel.PartFrames)));
            WritePart(string.Create(CultureInfo.InvariantCulture, $"plots-{first / PlotModel.PartFrames:D5}"), plots);
        }
    }

    private void WritePart<T>(string name, T content) =>
        File.WriteAllText(Path.Combine(folder, "data", name + ".js"), $"kinoluxPart(\"{name}\",{InScript(JsonSerializer.Serialize(content, KinoluxJson.Line))});\n");

    private bool WriteHashes()
    {
        using var hashes = report.Hashes.GetEnumerator();
        if (!hashes.MoveNext())
            return false;
        using var writer = new StreamWriter(Path.Combine(folder, HashFile), append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine("# frame  MD5 before                        MD5 after");
        do
        {
            var (frame, before, after) = hashes.Current;
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{frame,7}  {(before.Length == 0 ? "-" : before),-32}  {(after.Length == 0 ? "-" : after)}"));
        }
        while (hashes.MoveNext());
        return true;
    }
}
