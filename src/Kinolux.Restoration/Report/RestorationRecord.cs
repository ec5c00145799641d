using System.Globalization;
using Kinolux.Core.Review;
using Kinolux.Report.Blocks;
using Kinolux.Report.Sheets;

namespace Kinolux.Restoration.Report;

/// <summary>The record of a restoration, to print and to keep with the film: what it was made from, what was done to it, who answers for it.</summary>
internal static class RestorationRecord
{
    public const string Page = "record.html", Paper = "record.pdf";

    /// <param name="groups">What was proposed.</param>
    public static Sheet Of(RestorationReport report, ProposalGroups groups)
    {
        var names = report.Kinds.ToDictionary(kind => kind.Id, kind => kind.Title);
        return new Sheet($"{report.Title}: record of its restoration", $"{report.Before.File} became {report.After.File}.", report.Made, [.. Parts(report, groups, kind => names.GetValueOrDefault(kind, kind)).Where(part => part.Rows.Count > 0 || part.Words.Count > 0)]);
    }

    private static IEnumerable<SheetPart> Parts(RestorationReport report, ProposalGroups groups, Func<string, string> titleOf)
    {
        yield return Films(report);
        yield return new SheetPart("What to know of the film", report.Notes, [], []);
        yield return new SheetPart("What it consists of", [], ["", "Share", ""], Shares(report));
        yield return Found(groups, titleOf);
        yield return Decisions(report, titleOf);
        yield return Policy(report, titleOf);
        yield return new SheetPart("Made with", [], [], [.. report.Versions.Select(one => new[] { one.Name, one.Version })]);
    }

    private static SheetPart Films(RestorationReport report)
    {
        FilmFacts[] films = [report.Before, report.After];
        List<string> words = ["The checksum of a file is what sha256sum prints of it; of numbered pictures, what it prints of the list of their checksums, a line each, in order."];
        if (report.Before.Pictures.Length > 0)
            words.Add("The checksum of the pictures is that of the list of the decoded frames’ MD5 checksums, as ffmpeg’s framemd5 takes them: it stays the same where they are kept in another file without loss.");
        IReadOnlyList<string> Row(string name, Func<FilmFacts, string> fact) => [name, .. films.Select(fact)];
        IReadOnlyList<string>[] rows =
        [
            Row("File", film => film.File),
            Row("Pictures", film => Say($"{film.Frames}, {film.Width} × {film.Height}, {Rate(film)} a second")),
            Row("Format", film => film.Format),
            Row("Checksum of the file", film => film.Hash),
            Row("Checksum of the pictures", film => film.Pictures),
        ];
        return new SheetPart("The film", words, ["", "Source", "Restored"], [.. rows.Where(row => row.Skip(1).Any(cell => cell.Length > 0))]);
    }

    private static IReadOnlyList<IReadOnlyList<string>> Shares(RestorationReport report) =>
        [.. report.Shares.Parts.Select(part => new[] { part.Name, Say($"{part.Share * 100:0.00} %"), part.Means + "." })];

    private static SheetPart Found(ProposalGroups groups, Func<string, string> titleOf)
    {
        IReadOnlyList<string> Row(IGrouping<string, ProposalGroup> kind)
        {
            string Count(params Verdict[] verdicts) => Say($"{verdicts.Sum(verdict => kind.Sum(group => (long)group.ByVerdict[(int)verdict]))}");
            return [titleOf(kind.Key), Say($"{kind.Sum(group => (long)group.Count)}"), Count(Verdict.Accept, Verdict.Edit), Count(Verdict.Reject), Count(Verdict.Wait)];
        }
        return new SheetPart("What was found", [], ["", "Found", "Done", "Rejected", "Left, since nobody decided"], [.. groups.All.GroupBy(group => group.Kind).Select(Row).OrderBy(row => row[0], StringComparer.Ordinal)]);
    }

    private static SheetPart Decisions(RestorationReport report, Func<string, string> titleOf) => new(
        "What people decided", report.Decisions.Count == 0 ? ["Nobody decided anything: all that was done was done by the policy."] : [], ["Who", "Decided", "Of", "Times", "Why"],
        [
            .. report.Decisions.GroupBy(decision => (decision.By, decision.Verdict, decision.Kind)).OrderBy(group => group.Key.By, StringComparer.Ordinal).ThenBy(group => group.Key.Kind, StringComparer.Ordinal)
                .Select(group => new[] { group.Key.By, Said(group.Key.Verdict), titleOf(group.Key.Kind), Say($"{group.Count()}"), string.Join("; ", group.Select(decision => decision.Reason).OfType<string>().Distinct()) }),
        ]);

    private static SheetPart Policy(RestorationReport report, Func<string, string> titleOf) => report.Policy is not { } policy ? new("", [], [], []) : new(
        $"The policy {policy.Name}", ["It decided where nobody did, by the first of its rules that fits."], ["Of", "How sure", "Decided", "Why"],
        [.. policy.Rules.Select(rule => new[] { rule.Kind == "*" ? "all else" : titleOf(rule.Kind), Say($"from {rule.MinConfidence:0.00}"), Said(rule.Verdict), rule.Reason ?? "" })]);

    private static string Said(Verdict verdict) => verdict switch { Verdict.Accept => "accepted", Verdict.Edit => "edited", Verdict.Reject => "rejected", _ => "waits" };

    private static string Rate(FilmFacts film) => film.Rate.Denominator == 1 ? Say($"{film.Rate.Numerator}") : Say($"{film.Rate.ToDouble():0.###}");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
