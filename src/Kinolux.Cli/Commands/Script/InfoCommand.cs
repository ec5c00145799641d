using System.CommandLine;
using System.Globalization;
using Kinolux.Core.Text;
using Kinolux.Script.Files;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;
using Kinolux.Script.Pages;

namespace Kinolux.Cli.Commands.Script;

/// <summary><c>kinolux script info SCRIPT</c>: what is in it.</summary>
internal static class InfoCommand
{
    public static Command Create(CliContext context)
    {
        var script = ScriptCommand.Argument();
        var command = new KinoluxCommand("info", "Says what a script is: title, pages, scenes with their lengths in eighths, speeches, words, and how it is stored.", "script info story.fountain", "script info story.fountain --json") { script };
        command.SetAction(parsed => Show(context, ScriptFile.Read(parsed.GetRequiredValue(script))));
        return command;
    }

    private static int Show(CliContext context, ScriptFile file)
    {
        var script = file.Script;
        var title = PlainTitle.Of(script) ?? "";
        var words = script.Elements.Where(element => element.Kind.IsPrinted).Sum(element => Words(element.Text));
        var pages = ScriptPages.Of(script);
        var pace = Pace.Of(script, pages);
        var places = script.Scenes.GroupBy(scene => scene.Slugline.Place, StringComparer.OrdinalIgnoreCase)
            .Select(place => new { Place = place.Key, Scenes = place.Count(), Eighths = place.Sum(scene => pages.Scenes[scene.Index].Eighths) }).OrderByDescending(place => place.Eighths).ToList();
        var times = script.Scenes.Select(scene => DayTime.Of(scene.Slugline.Time) is { Length: > 0 } time ? time : "not said").CountBy(time => time).OrderByDescending(time => time.Value).ToDictionary();
        var speeches = script.Elements.Count(element => element.Kind == ElementKind.Character);
        context.Write(
            new
            {
                file.Path, file.Format, file.IsMisnamed, file.IsCarried, file.WhyNotCarried, Encoding = file.Text.Encoding.WebName, Title = title, Pages = pages.Pages.Count, Scenes = script.Scenes.Count, Speeches = speeches, Words = words,
                Places = places, Times = times, Pace = pace,
                Elements = script.Elements.CountBy(element => element.Kind).OrderBy(count => count.Key).ToDictionary(count => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(count.Key.ToString()), count => count.Value),
                SceneList = script.Scenes.Select(scene => new { scene.Number, Heading = scene.Heading.Text, Line = scene.Heading.Span.Line + 1, Page = pages.PageOf(scene.First), pages.Scenes[scene.Index].Eighths, scene.Slugline.Interior, scene.Slugline.Exterior, scene.Slugline.Place, scene.Slugline.Time }),
            },
            () =>
            {
                context.Out.WriteLine(title.Length > 0 ? title : Path.GetFileName(file.Path));
                context.Out.WriteLine(Say($"{Counted.Of(pages.Pages.Count, "page")}, {Counted.Of(script.Scenes.Count, "scene")}, {Counted.Of(speeches, "speech", "speeches")}, {Counted.Of(words, "word")}; {file.Format}, {file.Text.Encoding.WebName}"));
                if (file.IsMisnamed)
                    context.Out.WriteLine(Say($"Its name ends with {Path.GetExtension(file.Path)}; its content is {file.Format}."));
                if (file.Text.IsForeign)
                    context.Out.WriteLine(Say($"Scripts are UTF-8 as a rule; this one was read as {file.Text.Encoding.WebName}."));
                if (file.IsCarried)
                    context.Out.WriteLine("It carries its script, which prints just these pages: all of it was read.");
                if (file.WhyNotCarried.Length > 0)
                    context.Out.WriteLine(Say($"It carries a script, which {file.WhyNotCarried}; its pages were read instead."));
                if (pace is not null)
                {
                    context.Out.WriteLine(Say($"{Counted.Of(places.Count, "place")}, most in {string.Join(", ", places.Take(3).Select(place => Say($"{place.Place} ({new PageLength(place.Eighths)} pages)")))}; {string.Join(", ", times.Select(time => Say($"{time.Key} {time.Value}")))}"));
                    context.Out.WriteLine(Say($"pace: half of the scenes are {pace.Median:0.#} {(pace.Median == 1 ? "eighth" : "eighths")} or shorter, by quarters of the script {string.Join(", ", pace.Quarters.Select(quarter => quarter is { } median ? Say($"{median:0.#}") : "none"))}; {100 * pace.SpeechShare:0} % of the printed lines are speech"));
                }
                context.Table(["scene", "line", "page", "length", "heading"], script.Scenes.Select(scene => (IReadOnlyList<string>)
                [
                    scene.Number, Say($"{scene.Heading.Span.Line + 1}"), Say($"{pages.PageOf(scene.First)}"), pages.Scenes[scene.Index].ToString(), scene.Heading.Text,
                ]));
            });
        return 0;
    }

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
