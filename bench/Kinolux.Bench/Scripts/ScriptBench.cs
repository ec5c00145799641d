using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Kinolux.Core.Processes;
using Kinolux.Script.Continuity;
using Kinolux.Script.Fountain;
using Kinolux.Script.Identity;
using Kinolux.Script.Pages;
using Kinolux.Script.People;

namespace Kinolux.Bench.Scripts;

/// <summary>How fast scripts are read beside the parsers of the field, in turn in one run: medians of rounds, which the machine's noise moves alike.</summary>
internal static class ScriptBench
{
    private const int Rounds = 31;
    private const int Turns = 3;
    private static readonly string[] Packages = ["fountain-js@1.2.4", "afterwriting@1.17.3"];

    public static void Run(string scratch, IReadOnlyList<string> scripts)
    {
        var npm = Tool.Run("npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefix", scratch, .. Packages], CancellationToken.None);
        if (npm.ExitCode != 0)
            Console.WriteLine($"the peers cannot be installed: {npm.ErrorTail}");
        Console.WriteLine("| script | what | ms | of ours |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var path in scripts)
            Row(path, npm.ExitCode == 0 ? scratch : null);
    }

    private static void Row(string path, string? packages)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var text = File.ReadAllText(path);
        Dictionary<string, List<double>> peers = [];
        List<double> ours = [];
        for (var turn = 0; turn < Turns; turn++)
        {
            ours.Add(Median(() => FountainReader.Read(text)));
            if (packages is not null)
                foreach (var (peer, time) in JsonSerializer.Deserialize<Dictionary<string, double>>(
                    Tool.Run("node", [Path.Combine(AppContext.BaseDirectory, "Scripts", "peers.cjs"), packages, path, Rounds.ToString(CultureInfo.InvariantCulture)], CancellationToken.None).Output) ?? [])
                    (peers.TryGetValue(peer, out var times) ? times : peers[peer] = []).Add(time);
        }
        var own = Middle(ours);
        Say(name, "kinolux, read", own, own);
        foreach (var (peer, times) in peers)
            Say(name, peer, Middle(times), own);
        var script = FountainReader.Read(text);
        var edited = text.Insert(text.Length / 2, "x");
        Say(name, "kinolux, an edit in the middle read again", Median(() => FountainReader.Read(script, edited)), own);
        Say(name, "kinolux, who speaks and every rule of continuity", Median(() => Linter.Check(script, Cast.Of(script))), own);
        var known = ScriptIdentity.None.Follow(script);
        var (changed, scenes) = (FountainReader.Read(edited), script.Scenes);
        Say(name, "kinolux, scenes named again after that edit", Median(() => known.Follow(changed)), own);
        if (scenes.Count > 2)
        {
            // The first scene moved behind the last.
            var moved = FountainReader.Read(text[..scenes[0].Heading.Span.Start] + text[scenes[1].Heading.Span.Start..] + "\n\n" + text[scenes[0].Heading.Span.Start..scenes[1].Heading.Span.Start]);
            Say(name, "kinolux, scenes named again after the first moved behind the last", Median(() => known.Follow(moved)), own);
        }
        Say(name, "kinolux, pages", Median(() => ScriptPages.Of(FountainReader.Read(text))) - own, own);
    }

    private static void Say(string name, string what, double milliseconds, double own) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {what} | {milliseconds:0.00} | {milliseconds / own:0.00} |"));

    private static double Median(Action work)
    {
        // What the compiler makes of it first is not measured, of the peers' neither.
        for (var i = 0; i < Rounds; i++)
            work();
        List<double> times = [];
        for (var i = 0; i < Rounds; i++)
        {
            var began = Stopwatch.GetTimestamp();
            work();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return Middle(times);
    }

    private static double Middle(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
