using System.Text.RegularExpressions;
using Kinolux.Core.Review;
using Kinolux.Script.Continuity;
using Kinolux.Script.Continuity.Rules;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;
using Kinolux.Script.People;

namespace Kinolux.Script.Works;

/// <summary>Finds what to write so that a finding is mended, where that is plain: a blank line, a dot. Each is tried on the text: it is proposed where the finding goes and no other comes.</summary>
internal static partial class Mends
{
    // Each is tried by linting the whole text: a script in which nothing is a heading would take minutes.
    private const int MostFindings = 100;

    public static Mend? Find(Screenplay script, Finding finding, TextPlace place, IReadOnlyList<Finding> all)
    {
        var line = (int)place.Lines.First;
        return all.Count > MostFindings ? null : Candidates(script, finding, line).FirstOrDefault(mend => IsMended(script, finding, mend.Apply(script.Source, line), all));
    }

    private static IEnumerable<Mend> Candidates(Screenplay script, Finding finding, int line)
    {
        var lines = script.Source.Split('\n');
        if (finding.Rule == LateTitle.Rule.Id)
        {
            var blank = 0;
            while (line - blank > 0 && lines[line - blank - 1].AsSpan().Trim().IsEmpty)
                blank++;
            yield return new Mend(-blank, blank, [], "joins them to the title page");
        }
        if (finding.Rule != MissedHeading.Rule.Id)
            yield break;
        if (script.Elements[finding.Element].Kind == ElementKind.SceneHeading)
        {
            yield return new Mend(1, 0, [""], "puts a blank line below the heading");
            yield break;
        }
        var heading = lines[line].Trim();
        yield return Alone(heading, "puts blank lines around it");
        if (Typed().Match(heading) is { Success: true } number)
            yield return Alone($"{number.Groups[2].Value} #{number.Groups[1].Value}#", "puts the number behind it, where numbers stand");
        yield return Alone("." + heading, "puts a dot before it, which makes a heading of any line");

        Mend Alone(string text, string says) => new(0, 1, [.. Blank(line - 1), text, .. Blank(line + 1)], says);

        string[] Blank(int at) => at < 0 || at >= lines.Length || lines[at].AsSpan().Trim().IsEmpty ? [] : [""];
    }

    private static bool IsMended(Screenplay script, Finding finding, string text, IReadOnlyList<Finding> all)
    {
        var mended = FountainReader.Read(text);
        var left = Linter.Check(mended, Cast.Of(mended));
        return mended.Scenes.Count >= script.Scenes.Count && left.Count < all.Count && left.Count(other => other.Rule == finding.Rule) < all.Count(other => other.Rule == finding.Rule);
    }

    [GeneratedRegex(@"^(\d{1,4}[A-Za-z]?)[.)]?\s+(\S.*)$")]
    private static partial Regex Typed();
}
