using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Kinolux.Core.Processes;
using Kinolux.Restoration;
using Kinolux.Script.Editing;
using Kinolux.Script.Works;
using Kinolux.Studio;
using Kinolux.Work;

namespace Kinolux.Bench.Studio;

/// <summary>What a writer waits for: a feature opened in the real studio and written in, in Chromium, with findings on; and what of that is the studio's own time.</summary>
internal static class ScriptPageBench
{
    private const int Times = 30;

    /// <param name="script">The feature to open; where it is absent one of its size is made.</param>
    public static async Task RunAsync(string folder, string script)
    {
        var text = File.Exists(script) ? await File.ReadAllTextAsync(script) : Made();
        await File.WriteAllTextAsync(Path.Combine(folder, "feature.fountain"), text);
        await using var server = StudioServer.Create(new StudioSettings { Engines = new Engines(new FilmEngine(), new ScriptEngine()), Folder = folder, Person = "bench" });
        await server.StartAsync();
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add("X-Kinolux", "1");
        var id = (await client.GetFromJsonAsync<JsonNode>("/api/scripts"))?["scripts"]?[0]?["id"]?.GetValue<string>() ?? "";
        await client.PostAsync($"/api/scripts/{id}/check", null);
        Console.WriteLine(Say($"{(File.Exists(script) ? Path.GetFileName(script) : "a made script")}, {text.Length} characters\n"));
        Console.WriteLine("| over HTTP | first | median | slowest | answer |");
        Console.WriteLine("|---|---|---|---|---|");
        var read = text.ReplaceLineEndings("\n");
        await TimeAsync("a text read for its colours and pages", () => client.PostAsync("/api/scripts/reading", Plain(read)));
        await TimeAsync("of that, the reading alone", () => Task.FromResult(new HttpResponseMessage { Content = JsonContent.Create(EditorReading.Of(read).Pages.Count) }));
        await TimeAsync("a text looked at for findings", () => client.PostAsync($"/api/scripts/{id}/findings", Plain(read)));
        await TimeAsync("the story", () => client.GetAsync($"/api/scripts/{id}/story"));
        Console.WriteLine();
        // The script holds its thread, and the studio answers on others.
        var run = await Task.Run(() => Tool.Run("node", [Path.Combine("web", "test", "studio.script.bench.mjs"), $"{server.Address}", id]));
        Console.Write(run.Output);
        if (run.ExitCode != 0)
            throw new InvalidOperationException(run.ErrorTail);
    }

    private static async Task TimeAsync(string what, Func<Task<HttpResponseMessage>> ask)
    {
        List<double> times = [];
        var size = 0;
        for (var i = 0; i < Times; i++)
        {
            var clock = Stopwatch.StartNew();
            using var answer = await ask();
            size = (await answer.Content.ReadAsByteArrayAsync()).Length;
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        Console.WriteLine(Say($"| {what} | {times[0]:0.0} ms | {times.Skip(1).Order().ElementAt(times.Count / 2):0.0} ms | {times.Skip(1).Max():0.0} ms | {size / 1000} kB |"));
    }

    private static StringContent Plain(string text) => new(text, Encoding.UTF8, "text/plain");

    // As many scenes and characters as Barrier 15 has.
    private static string Made()
    {
        string[] people = ["BRIANNA", "SAMANTHA", "NOAH", "TOKAMAK", "THE KEEPER"], places = ["INT. BRIDGE", "EXT. HARBOUR", "INT. CORRIDOR", "INT. GRAND HALL"];
        var text = new StringBuilder("Title: A Made Script\n\n");
        for (var scene = 0; scene < 115; scene++)
        {
            text.Append(Say($"{places[scene % places.Length]} - {(scene % 3 == 0 ? "NIGHT" : "DAY")}\n\nThe lamp turns, *slowly*, and {people[scene % people.Length]} comes in from the rain. [[check the coat]]\n\n"));
            for (var speech = 0; speech < 9; speech++)
                text.Append(Say($"{people[(scene + speech) % people.Length]}\nI counted them again, all {scene + speech} of them. There is one more than there was when we came.\n\n"));
        }
        return text.ToString();
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
