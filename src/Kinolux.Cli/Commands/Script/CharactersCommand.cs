using System.CommandLine;
using System.Globalization;
using Kinolux.Script.Files;
using Kinolux.Script.People;

namespace Kinolux.Cli.Commands.Script;

/// <summary><c>kinolux script characters SCRIPT</c>: who speaks, and who is there.</summary>
internal static class CharactersCommand
{
    private static readonly Dictionary<string, string> How = new()
    {
        ["words"] = "spoken and sung words, without parentheticals; in writing without spaces each character is one",
        ["scenes"] = "scenes in which the person speaks or is named in action, whole and with a capital where writing has them; who never speaks is not found",
        ["prominence"] = "the person's share of the words said and the names in action of each scene, a name counted as ten words, weighed by the scene's printed lines",
        ["protagonist"] = "the most prominent person",
        ["aliases"] = "names of which one is part of another or differs in one letter, less sure where one answers the other; nothing is merged until a person says so with --same",
    };

    public static Command Create(CliContext context)
    {
        var script = ScriptCommand.Argument();
        var same = ScriptCommand.Same();
        var command = new KinoluxCommand("characters", "Says who speaks in a script and who is there: speeches, words, scenes, and names that may be one person's.", "script characters story.fountain", "script characters story.fountain --same \"BOB=CYBER BOB\"") { script, same };
        command.SetAction(parsed => Show(context, parsed.GetRequiredValue(script), Cast.Of(ScriptFile.Read(parsed.GetRequiredValue(script)).Script, SameNames.Parse(parsed.GetValue(same) ?? []))));
        return command;
    }

    private static int Show(CliContext context, string path, Cast cast)
    {
        var protagonist = Lead.Protagonist(cast);
        context.Write(
            new
            {
                path,
                scenes = cast.Script.Scenes.Count,
                characters = cast.Persons.Select(person => new
                {
                    person.Name, person.Names, person.Speeches, person.Words, person.Mentions,
                    scenes = person.Appearances.Count,
                    first = TitleOf(cast, person.Appearances[0]), last = TitleOf(cast, person.Appearances[^1]),
                    prominence = Math.Round(person.Prominence, 4),
                    presence = person.Appearances.Select(at => new { scene = cast.Passages[at.Passage].Number, speaks = at.Speaks, isNamed = at.Mentions > 0, isVoice = at.IsVoice, at.Speeches, at.Words, at.Mentions }),
                }),
                cast.Groups, cast.Aliases, protagonist, How,
            },
            () =>
            {
                context.Out.WriteLine(Say($"{cast.Persons.Count} {(cast.Persons.Count == 1 ? "person speaks" : "people speak")} in {cast.Script.Scenes.Count} {(cast.Script.Scenes.Count == 1 ? "scene" : "scenes")}"));
                if (cast.Persons.Count > 0)
                    context.Table(
                        ["name", "speeches", "words", "scenes", "first", "last", "prominence"],
                        cast.Persons.Select(person => (IReadOnlyList<string>)[string.Join(" = ", person.Names), Say($"{person.Speeches}"), Say($"{person.Words}"), Say($"{person.Appearances.Count}"), NumberOf(cast, person.Appearances[0]), NumberOf(cast, person.Appearances[^1]), Say($"{100 * person.Prominence:0.0} %")]));
                foreach (var group in cast.Groups)
                    context.Out.WriteLine(Say($"{group.Name}: {group.Speeches} speeches of several who cannot be told apart"));
                if (protagonist is not null)
                    context.Out.WriteLine(Say($"protagonist: {protagonist.Name} ({protagonist.Confidence:0.00}): {protagonist.Why}"));
                foreach (var alias in cast.Aliases)
                    context.Out.WriteLine(Say($"one person? {alias.Name} and {alias.Other} ({alias.Confidence:0.00}): {alias.Why}; merge with --same \"{alias.Name}={alias.Other}\""));
                foreach (var (what, how) in How)
                    context.Out.WriteLine($"{what}: {how}");
            });
        return 0;
    }

    private static string TitleOf(Cast cast, Appearance at) => $"{NumberOf(cast, at)} {cast.Passages[at.Passage].Title}".Trim();

    private static string NumberOf(Cast cast, Appearance at) => cast.Passages[at.Passage].Number is { Length: > 0 } number ? number : "–";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
