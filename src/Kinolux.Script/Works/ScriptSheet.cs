using System.Globalization;
using Kinolux.Core.Review;
using Kinolux.Core.Text;
using Kinolux.Report.Sheets;
using Kinolux.Script.Pages;
using Kinolux.Script.People;

namespace Kinolux.Script.Works;

/// <summary>What stands of a script's findings, as a page to hand over: what to mend, what nobody decided yet, what is meant so and why.</summary>
internal static class ScriptSheet
{
    public static Sheet Of(JudgedScript judged, Cast cast, DateTimeOffset made)
    {
        var script = judged.Version.Script;
        return new Sheet(
            Fountain.PlainTitle.Of(script) ?? Path.GetFileNameWithoutExtension(judged.Version.File.Path),
            $"{Counted.Of(script.Scenes.Count, "scene")}, {Counted.Of(ScriptPages.Of(script).Pages.Count, "page")}, {Counted.Of(cast.Persons.Count, "person who speaks", "people who speak")}", made,
            [
                .. Findings(judged),
                new SheetPart("People", [], ["Name", "Also called", "Speeches", "Words"],
                    [.. cast.Persons.Select(person => (IReadOnlyList<string>)[person.Name, string.Join(", ", person.Names.Skip(1)), Say($"{person.Speeches}"), Say($"{person.Words}")])]),
            ]);
    }

    /// <summary>Its findings, by how they are decided.</summary>
    public static IReadOnlyList<SheetPart> Findings(JudgedScript judged)
    {
        var findings = judged.Findings.ToList();
        return
        [
            Part("To mend", "Nothing.", "Accepted by a person, or by the policy where a finding is sure.", findings.Where(item => item.Applies)),
            Part("Not decided", "Nothing.", "Found, and nobody said whether it is meant so.", findings.Where(item => item.Verdict == Verdict.Wait)),
            Part("Meant so", "Nothing.", "Found, and rejected: the reason is the waiver.", findings.Where(item => item.Verdict == Verdict.Reject)),
        ];

        SheetPart Part(string heading, string none, string words, IEnumerable<Decided> items)
        {
            List<IReadOnlyList<string>> rows = [.. items.OrderBy(item => item.Proposal.Place.Extent.First).Select(item => (IReadOnlyList<string>)
                [judged.Version.Document.PartAt(item.Proposal.Place)?.Title ?? "before the first scene", item.Proposal.Place.Words, item.Proposal.Summary, item.Reason is { } reason ? $"{item.By}: {reason}" : item.By])];
            return new SheetPart(heading, [rows.Count == 0 ? none : words], ["Scene", "Where", "What", "By"], rows);
        }
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
