using System.Globalization;
using Kinolux.Core.Review;
using Kinolux.Report;
using Kinolux.Report.Blocks;
using Kinolux.Script.Emotion;
using Kinolux.Script.Files;
using Kinolux.Script.Model;
using Kinolux.Script.Networks;
using Kinolux.Script.Pages;
using Kinolux.Script.People;
using Kinolux.Script.Print;
using Kinolux.Script.StoryPrints;
using Kinolux.Script.Works;

namespace Kinolux.Script.Reports;

/// <summary>All that is measured of a script in one folder that opens from disk, pictures first.</summary>
public sealed class ScriptReport
{
    private readonly JudgedScript _judged;
    private readonly ScriptFile _file;
    private readonly string _title;
    private readonly ScriptPages _pages;
    private readonly Cast _cast;
    private readonly EmotionMap _emotion;
    private readonly StoryArc _arc;
    private readonly Network _network;

    private ScriptReport(JudgedScript judged, string title, Cast cast, EmotionMap emotion)
    {
        (_judged, _file, _title, _cast, _emotion) = (judged, judged.Version.File, title, cast, emotion);
        (_pages, _arc, _network) = (ScriptPages.Of(_file.Script), StoryArc.Of(cast, emotion), Network.Of(cast));
    }

    /// <summary>Says early that no report could appear in a folder.</summary>
    /// <exception cref="Core.Faults.FaultException">KX4801: something is there already; KX4802: it cannot be written; KX3003: this build has no pages.</exception>
    public static void Check(string folder, bool overwrite) => ReportWriter.Check(folder, overwrite);

    /// <summary>Writes a report.</summary>
    /// <param name="folder">Where it appears, whole or not at all.</param>
    /// <param name="judged">The script, with its findings as they are decided.</param>
    /// <param name="cast">Of the script as its file has it.</param>
    /// <exception cref="Core.Faults.FaultException">KX4801: something is there; KX4802: it cannot be written; KX3003: this build has no pages; KX1421: it has too many scenes to be drawn.</exception>
    public static void Write(string folder, JudgedScript judged, string title, Cast cast, EmotionMap emotion, DateTimeOffset made, bool overwrite)
    {
        using var writer = ReportWriter.Begin(folder, overwrite);
        var report = new ScriptReport(judged, title, cast, emotion);
        writer.Complete(new ReportPage { Title = title, Made = made, Subject = Path.GetFileName(judged.Version.File.Path), Sections = [.. report.Sections()] });
    }

    private IEnumerable<ReportSection> Sections()
    {
        var print = StoryPrint.Of((_title, _cast, _emotion));
        yield return new ReportSection("glance", "At a glance", "Glance",
            new PictureBlock("storyprint.svg", "Its scenes round a ring, the setting, and a ring for each person. It opens as a page to look around in.", writer => writer.Write(StoryPrintSvg.File(print)), "storyprint.html"),
            new FileBlock("storyprint.html", "Look around in it", writer => writer.Write(StoryPrintPage.Of(print))),
            new FileBlock("script.html", "Read the script", writer => writer.Write(ScriptHtml.Of(_file.Script))));
        yield return new ReportSection("arc", "How it feels", "Arc", [.. Arc()]);
        yield return new ReportSection("network", "Who meets whom", "Network", [.. Meets()]);
        yield return new ReportSection("people", "People", null, [.. People()]);
        yield return new ReportSection("places", "Places and times", "Places", [.. Places()]);
        yield return new ReportSection("scenes", "Scenes", null, Facts(), Scenes());
        yield return new ReportSection("continuity", "Continuity", null, [.. Findings()]);
        yield return new ReportSection("how", "How this was measured", "How", new WordsBlock(
            $"Emotion: {_emotion.How}.", $"Arc: {(_arc.Values.Count > 0 ? $"{StoryArc.HowValues}; {StoryArc.HowShapes}" : _arc.WhyUnknown)}.", $"Turning points: {(_arc.Values.Count > 0 ? StoryArc.HowTurns : StoryArc.HowTurnsUnknown)}.",
            $"Antagonist: {Antagonists.How}.", "Pages: ten columns to the inch, six lines, 54 lines on a page; a scene's length is its lines with the blank ones before them, in eighths of a page.",
            "People are names on cues; who never speaks is not found. None of this understands the story."));
    }

    private IEnumerable<ReportBlock> Arc()
    {
        if (_arc.Values.Count == 0)
        {
            yield return new WordsBlock(Sentence(_arc.WhyUnknown));
            yield break;
        }
        yield return new PictureBlock("arc.svg", "Good words above the line, bad ones below; the bars are where the story may turn, as wide as that is unsure.", writer => writer.Write(ArcPicture.Of(_arc, _title)));
        yield return new WordsBlock(Say($"Nearest to {_arc.Shapes[0].Name} ({_arc.Shapes[0].Words}), a correlation of {_arc.Shapes[0].Correlation:0.00}, which chance reaches in {100 * _arc.Chance:0} %."));
        yield return new TableBlock([.. _arc.Turns.Select(turn => (string[])[turn.Name, Say($"{100 * turn.At:0} %"), Say($"{100 * turn.From:0} to {100 * turn.To:0} %"), _cast.Passages[turn.Passage].Title])], ["Turn", "At", "Spread", "Near"], "Turning points");
    }

    private IEnumerable<ReportBlock> Meets()
    {
        if (_network.Ties.Count == 0)
        {
            yield return new WordsBlock("Nobody meets anybody.");
            yield break;
        }
        var left = Math.Max(0, _network.Knots.Count - NetworkPicture.Most);
        yield return new PictureBlock("network.svg", $"Lines are as thick as people share scenes and answer each other; colours are circles with more ties among themselves.{(left > 0 ? Say($" {left} less prominent people are not drawn.") : "")}", writer => writer.Write(NetworkPicture.Of(_network, _title)));
        yield return new TableBlock([.. _network.Ties.Take(30).Select(tie => (string[])[$"{tie.First}, {tie.Second}", Say($"{tie.Scenes}"), Say($"{tie.Exchanges}")])], ["Who", "Scenes", "Exchanges"], "Strongest ties");
    }

    private IEnumerable<ReportBlock> People()
    {
        List<string> words = [];
        if (Lead.Protagonist(_cast) is { } protagonist)
            words.Add(Say($"Protagonist: {protagonist.Name} ({protagonist.Confidence:0.00}), {protagonist.Why}."));
        if (Antagonists.Find(_cast, _emotion) is { } antagonist)
            words.Add(Say($"Antagonist: {antagonist.Name} ({antagonist.Confidence:0.00}), {antagonist.Why}."));
        words.AddRange(_judged.Decided.Where(item => item is { Proposal.Kind: ScriptKinds.Alias, Verdict: Verdict.Wait }).Select(item => Say($"One person? {item.Proposal.Summary} ({item.Proposal.Confidence:0.00}): {string.Join("; ", item.Proposal.Evidence.Select(evidence => evidence.What))}.")));
        if (words.Count > 0)
            yield return new WordsBlock(words);
        yield return new TableBlock(
            [.. _cast.Persons.Select(person => (string[])[string.Join(" = ", person.Names), Say($"{person.Speeches}"), Say($"{person.Words}"), Say($"{person.Appearances.Count}"), Say($"{100 * person.Prominence:0.0} %"), Felt(_emotion.Of(person))])],
            ["Name", "Speeches", "Words", "Scenes", "Prominence", "Emotion"]);
    }

    private IEnumerable<ReportBlock> Places()
    {
        var scenes = _file.Script.Scenes;
        var all = Math.Max(1, _pages.Scenes.Sum(length => length.Eighths));
        string Share(Func<Scene, bool> isOne) => Say($"{100.0 * scenes.Where(isOne).Sum(scene => _pages.Scenes[scene.Index].Eighths) / all:0} %");
        yield return new TableBlock(
        [
            ["Day", Share(scene => TimeOf(scene) == "day")], ["Night", Share(scene => TimeOf(scene) == "night")], ["Dawn, dusk, evening", Share(scene => TimeOf(scene) == "between")], ["No time said", Share(scene => TimeOf(scene) == "")],
            ["Inside", Share(scene => scene.Slugline is { Interior: true, Exterior: false })], ["Outside", Share(scene => scene.Slugline is { Interior: false, Exterior: true })], ["Both", Share(scene => scene.Slugline is { Interior: true, Exterior: true })],
        ]);
        yield return new TableBlock(
            [.. scenes.Where(scene => scene.Slugline.Place.Length > 0).GroupBy(scene => scene.Slugline.Place, StringComparer.OrdinalIgnoreCase).Select(place => (place.Key, Scenes: place.ToList(), Eighths: place.Sum(scene => _pages.Scenes[scene.Index].Eighths))).OrderByDescending(place => place.Eighths)
                .Select(place => (string[])[place.Key, Say($"{place.Scenes.Count}"), new PageLength(place.Eighths).ToString(), string.Join(", ", place.Scenes.Select(scene => scene.Number))])],
            ["Place", "Scenes", "Pages", "Which"]);
    }

    private TableBlock Facts()
    {
        var elements = _file.Script.Elements;
        return new TableBlock(
        [
            ["Pages", Say($"{_pages.Pages.Count}")], ["Scenes", Say($"{_file.Script.Scenes.Count}")], ["Speeches", Say($"{elements.Count(element => element.Kind == ElementKind.Character)}")], ["People who speak", Say($"{_cast.Persons.Count}")],
            ["Words", Say($"{elements.Where(element => element.Kind.IsPrinted).Sum(element => element.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length)}")],
        ]);
    }

    private TableBlock Scenes() => new(
        [.. _cast.Passages.Select(passage => (string[])[passage.Number, passage.Title, passage.Scene is { } scene ? Say($"{_pages.PageOf(scene.First)}") : "", passage.Scene is { } own ? _pages.Scenes[own.Index].ToString() : "", Felt(_emotion.Of(passage.Index))])],
        ["Scene", "Heading", "Page", "Length", "Emotion"]);

    private IEnumerable<ReportBlock> Findings()
    {
        if (!_judged.Findings.Any())
        {
            yield return new WordsBlock("Nothing was found.");
            yield break;
        }
        foreach (var part in ScriptSheet.Findings(_judged).Where(part => part.Rows.Count > 0))
        {
            yield return new WordsBlock(Say($"{part.Heading}: {part.Rows.Count}. {part.Words[0]}"));
            yield return new TableBlock(part.Rows, part.Columns);
        }
    }

    private static string TimeOf(Scene scene) => DayTime.Of(scene.Slugline.Time);

    private static string Felt(Feeling? feeling) => feeling is { Charged: > 0 } known ? Say($"{known.Valence:+0.00;-0.00;0.00}") : "unknown";

    private static string Sentence(string words) => words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..] + ".";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
