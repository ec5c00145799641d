using System.Text.Json;
using Kinolux.Core.Files;
using Kinolux.Core.Text;

namespace Kinolux.Restoration.Archive;

/// <summary>The reels that a survey looked at so far, a line each, so that it goes on where it was stopped.</summary>
internal sealed class ReelLog(string path)
{
    /// <summary>The last word on each stamp. A line that a killed run left unfinished is as none.</summary>
    public Dictionary<string, Reel> Read()
    {
        var reels = new Dictionary<string, Reel>(StringComparer.Ordinal);
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
            try
            {
                if (KinoluxJson.Read<Reel>(line) is { Fault: null } reel)
                    reels[reel.Stamp] = reel;
            }
            catch (JsonException)
            {
            }
        return reels;
    }

    // On a line of its own, whatever a killed run left.
    public void Add(Reel reel) => AtomicFile.Append(path, $"\n{JsonSerializer.Serialize(reel, KinoluxJson.Line)}\n");
}
