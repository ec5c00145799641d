using System.Globalization;

namespace Kinolux.Bench.Speed;

/// <summary>
/// Processor time of this process by what its threads are for, from when it was made: looked at every tenth of a second, so that of a thread that ends little is missed. Linux only.
/// </summary>
internal sealed class ThreadTimes : IDisposable
{
    private const double TicksPerSecond = 100;

    private readonly Dictionary<string, double> _before = Tasks().ToDictionary(task => task.Id, task => task.Seconds);
    private readonly Dictionary<string, (string Name, double Seconds)> _threads = [];
    private readonly Timer _timer;

    public ThreadTimes() => _timer = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(100));

    /// <summary>What the threads are for, and their seconds.</summary>
    public IEnumerable<(string Use, double Seconds)> Seconds()
    {
        Look();
        lock (_threads)
            return [.. _threads.Values.GroupBy(thread => Use(thread.Name)).Select(group => (group.Key, group.Sum(thread => thread.Seconds)))];
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        lock (_threads)
            foreach (var (id, name, seconds) in Tasks())
                _threads[id] = (name, seconds - _before.GetValueOrDefault(id));
    }

    // The system cuts names at fifteen letters.
    private static string Use(string thread) => thread switch
    {
        _ when thread.StartsWith("worker", StringComparison.Ordinal) => "stages",
        ".NET Tiered Com" => "compiling what is hot",
        "film reader" or "film writer" => "frames to and from ffmpeg",
        _ => "first pass, delivery, the rest",
    };

    private static IEnumerable<(string Id, string Name, double Seconds)> Tasks()
    {
        foreach (var task in Directory.EnumerateDirectories("/proc/self/task"))
        {
            string stat;
            try
            {
                stat = File.ReadAllText(Path.Combine(task, "stat"));
            }
            catch (IOException)
            {
                continue; // it has just ended
            }
            var (name, end) = (stat.IndexOf('(', StringComparison.Ordinal) + 1, stat.LastIndexOf(')'));
            var fields = stat[(end + 2)..].Split(' ');
            // Fields 14 and 15 of proc(5).
            yield return (task, stat[name..end], (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond);
        }
    }
}
