using Kinolux.Core.Processes;
using Kinolux.Restoration;
using Kinolux.Studio;
using Kinolux.Work;

namespace Kinolux.Bench.Studio;

/// <summary>Reviews every question of restored films to its end in the real studio, in Chromium and by keys alone, and renders: how many there are, how long a person waits for each repair, what went wrong.</summary>
internal static class ReviewBench
{
    /// <param name="folder">Restored films with their work folders; what is decided stays in these.</param>
    /// <param name="shots">Where pictures of each question go, for a person to look at.</param>
    public static async Task RunAsync(string folder, string shots)
    {
        await using var server = StudioServer.Create(new StudioSettings { Engines = new Engines(new FilmEngine()), Folder = folder, Person = "bench" });
        await server.StartAsync();
        // The script holds its thread for minutes, and the studio answers on others.
        var run = await Task.Run(() => Tool.Run("node", [Path.Combine("web", "test", "studio.review.bench.mjs"), $"{server.Address}", shots]));
        Console.Write(run.Output);
        if (run.ExitCode != 0)
            throw new InvalidOperationException(run.ErrorTail);
    }
}
