using System.Globalization;
using Kinolux.Core.Processes;

namespace Kinolux.Bench.Harm;

/// <summary>The clean clips, small and grey, to draw on.</summary>
internal sealed class Scenes(string clips)
{
    public const int Count = 48;

    private readonly Dictionary<string, Canvas[]> _read = [];

    public Canvas[] Dog => Read("dog");

    public Canvas[] Bedroom => Read("bedroom");

    public Canvas[] Bike => Read("bikepacking");

    public Canvas[] Venice => Read("venice");

    private Canvas[] Read(string name)
    {
        if (!_read.TryGetValue(name, out var frames))
            _read.Add(name, frames = Decode(Directory.EnumerateFiles(clips, name + "*.mkv").Single()));
        return [.. frames.Select(frame => frame.Copy())];
    }

    private static Canvas[] Decode(string film)
    {
        var raw = Path.GetTempFileName();
        try
        {
            var result = Tool.Run("ffmpeg", ["-nostdin", "-v", "error", "-y", "-i", film, "-vf", string.Create(CultureInfo.InvariantCulture, $"scale={Canvas.Width}:{Canvas.Height}:flags=area,format=gray"),
                "-frames:v", Count.ToString(CultureInfo.InvariantCulture), "-f", "rawvideo", raw]);
            if (result.ExitCode != 0)
                throw new IOException(result.ErrorTail);
            return [.. File.ReadAllBytes(raw).Chunk(Canvas.Width * Canvas.Height).Select(frame => new Canvas(Array.ConvertAll(frame, level => (float)level)))];
        }
        finally
        {
            File.Delete(raw);
        }
    }
}
