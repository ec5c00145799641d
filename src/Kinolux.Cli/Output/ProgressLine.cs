using System.Globalization;
using System.Text.Json;
using Kinolux.Core.Progress;
using Kinolux.Core.Text;

namespace Kinolux.Cli.Output;

/// <summary>Shows progress on standard error: one line that renews itself on a terminal, else a plain line (with <c>--json</c> a JSON line) every five seconds.</summary>
internal sealed class ProgressLine(TextWriter error, TimeProvider time, bool terminal, bool json, int columns) : IProgress<JobProgress>, IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private long? _shown;
    private string _step = "";
    private bool _open;

    public void Report(JobProgress value)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            var renews = terminal && !json;
            if (_shown is { } before && _step == value.Step && time.GetElapsedTime(before, now) < (renews ? Often : Seldom))
                return;
            (_shown, _step) = (now, value.Step);
            if (renews)
            {
                var line = Words(value);
                error.Write($"\r{(line.Length < columns ? line : line[..(columns - 1)])}\u001b[K");
                _open = true;
            }
            else
            {
                error.WriteLine(json ? JsonSerializer.Serialize(value, KinoluxJson.Line) : Words(value));
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
            if (_open)
            {
                error.Write("\r\u001b[K");
                _open = false;
            }
    }

    internal static string Words(JobProgress at)
    {
        var words = new List<string> { at.Step };
        if (at.Part is { } part)
            words.Add($"part {part}");
        words.Add(at.Total > 0 ? Say($"{at.Done} of {at.Total} {at.Unit} ({100L * at.Done / at.Total} %)") : Say($"{at.Done} {at.Unit}"));
        if (at.Rate > 0)
            words.Add(Say($"{at.Rate:0.#} {at.Unit}/s"));
        if (at.TimeLeft is { } left)
            words.Add(left.TotalHours >= 1 ? Say($"{(int)left.TotalHours} h {left.Minutes} min left") : left.TotalMinutes >= 1 ? Say($"{left.Minutes} min {left.Seconds} s left") : Say($"{left.Seconds} s left"));
        return string.Join(", ", words);
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
