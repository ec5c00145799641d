using System.CommandLine;
using System.Globalization;
using Kinolux.Script.Files;
using Kinolux.Script.Networks;
using Kinolux.Script.People;

namespace Kinolux.Cli.Commands.Script;

/// <summary><c>kinolux script network SCRIPT</c>: who meets whom.</summary>
internal static class NetworkCommand
{
    private const int MostTies = 20;

    private static readonly Dictionary<string, string> How = new()
    {
        ["ties"] = "scenes in which both speak or are named in action, voices over not counted; exchanges: how often one speaks right after the other; the weight is their sum",
        ["betweenness"] = "of all shortest ways between two others, the share that leads through this person; a tie is as short as its weight is great",
        ["communities"] = "groups with more ties among themselves than by chance (Louvain); modularity says how much more: above .3 is clear",
    };

    public static Command Create(CliContext context)
    {
        var script = ScriptCommand.Argument();
        var same = ScriptCommand.Same();
        var command = new KinoluxCommand("network", "Says who meets whom in a script: ties, who stands between others, communities.", "script network story.fountain", "script network story.fountain --json") { script, same };
        command.SetAction(parsed => Show(context, parsed.GetRequiredValue(script), Network.Of(Cast.Of(ScriptFile.Read(parsed.GetRequiredValue(script)).Script, SameNames.Parse(parsed.GetValue(same) ?? [])))));
        return command;
    }

    private static int Show(CliContext context, string path, Network network)
    {
        context.Write(
            new
            {
                path,
                people = network.Knots.Select(knot => new { knot.Name, knot.Degree, knot.Strength, betweenness = Math.Round(knot.Betweenness, 4), knot.Community }),
                network.Ties, modularity = Math.Round(network.Modularity, 4), How,
            },
            () =>
            {
                context.Table(
                    ["name", "meets", "strength", "between", "community"],
                    network.Knots.Select(knot => (IReadOnlyList<string>)[knot.Name, Say($"{knot.Degree}"), Say($"{knot.Strength}"), Say($"{knot.Betweenness:0.000}"), Say($"{knot.Community}")]));
                context.Table(["", "", "scenes", "exchanges"], network.Ties.Take(MostTies).Select(tie => (IReadOnlyList<string>)[tie.First, tie.Second, Say($"{tie.Scenes}"), Say($"{tie.Exchanges}")]));
                if (network.Ties.Count > MostTies)
                    context.Out.WriteLine(Say($"and {network.Ties.Count - MostTies} weaker ties (--json has all)"));
                context.Out.WriteLine(Say($"modularity {network.Modularity:0.00}"));
                foreach (var (what, how) in How)
                    context.Out.WriteLine($"{what}: {how}");
            });
        return 0;
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
