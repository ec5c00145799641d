using System.Text.Json;
using Kinolux.Core.Files;
using Kinolux.Core.Text;

namespace Kinolux.Cli;

/// <summary>How fast this machine restored of late, with the stages that run by default: luma samples a second, kept in the person's own folder by every run.</summary>
internal sealed class MachineSpeed(string folder)
{
    private const int Kept = 5;

    // Shorter runs are mostly start.
    private const double Shortest = 30;

    private string FilePath => Path.Combine(folder, "speed.json");

    /// <summary>The latest runs, the last first; none where nothing was restored yet, or the file cannot be read.</summary>
    public IReadOnlyList<double> Read()
    {
        try
        {
            return folder.Length > 0 && File.Exists(FilePath) ? [.. KinoluxJson.Read<List<double>>(File.ReadAllText(FilePath)).Where(rate => rate > 0)] : [];
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Remembers a run. What cannot be kept is not missed.</summary>
    public void Keep(long samples, double seconds)
    {
        if (folder.Length == 0 || samples == 0 || seconds < Shortest)
            return;
        try
        {
            Directory.CreateDirectory(folder);
            AtomicFile.WriteText(FilePath, JsonSerializer.Serialize<double[]>([Math.Round(samples / seconds), .. Read().Take(Kept - 1)], KinoluxJson.Line));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or Core.Faults.FaultException)
        {
        }
    }
}
