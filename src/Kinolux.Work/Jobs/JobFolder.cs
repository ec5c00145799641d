using System.Globalization;
using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Text;
using Kinolux.Work.Library;

namespace Kinolux.Work.Jobs;

/// <summary><c>.kinolux/jobs/</c> of a production: the list of jobs, and a log for each.</summary>
internal sealed class JobFolder(string production, TimeProvider time)
{
    private const int LinesShown = 2000;
    private const int BytesShown = 4 << 20;
    private const long MostBytes = 64 << 20;
    private ClosedFolder Folder => new ClosedFolder(production).Folder(".kinolux", "jobs");

    private string ListPath => Folder.At("jobs.json");

    /// <summary>The jobs as they were written last, and what of them cannot be read: nobody's work hangs on it.</summary>
    public JobList Read()
    {
        List<Job> jobs = [];
        List<LeftOut> leftOut = [];
        try
        {
            if (File.Exists(ListPath))
            {
                var list = KinoluxJson.Read<JsonElement>(WholeFile.Text(ListPath, MostBytes));
                foreach (var entry in list.GetProperty("jobs").EnumerateArray())
                    if (TryRead(entry) is { } job && jobs.All(other => other.Id != job.Id))
                        jobs.Add(job);
                    else
                        leftOut.Add(new LeftOut($"job {jobs.Count + leftOut.Count + 1} of {Path.GetFileName(ListPath)}", "it is no job"));
            }
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException or FaultException)
        {
            leftOut.Add(new LeftOut("the list of jobs", cause.Message));
        }
        return new JobList(jobs, leftOut);
    }

    private static Job? TryRead(JsonElement entry)
    {
        try
        {
            return KinoluxJson.Read<Job>(entry) is var job && int.TryParse(job.Id, NumberStyles.None, CultureInfo.InvariantCulture, out _) && job.Request.Work.Length > 0 ? job : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <exception cref="FaultException">KX4101: the folder cannot be written.</exception>
    public void Write(IReadOnlyList<Job> jobs)
    {
        new ClosedFolder(production).Make(".kinolux", "jobs");
        AtomicFile.WriteText(ListPath, JsonSerializer.Serialize(new JobList(jobs), KinoluxJson.Pretty));
    }

    /// <summary>A number that no job had before, also none that left the list.</summary>
    public string NewId(IEnumerable<Job> jobs)
    {
        var logged = Folder.Files("*.log").Select(file => Path.GetFileNameWithoutExtension(file));
        var last = jobs.Select(job => job.Id).Concat(logged).Append("0").Max(id => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
        return (last + 1).ToString(CultureInfo.InvariantCulture);
    }

    public void Log(string id, string text) =>
        AtomicFile.Append(LogPath(id), JsonSerializer.Serialize(new JobLine(time.GetUtcNow(), text), KinoluxJson.Line) + "\n");

    public JobLog ReadLog(string id) =>
        new([.. (File.Exists(LogPath(id)) ? WholeFile.Tail(LogPath(id), BytesShown) : "").Split('\n').TakeLast(LinesShown).Select(Line).OfType<JobLine>()]);

    private string LogPath(string id) => Folder.At(id + ".log");

    // The last line may be cut short by a crash, and the first by what is shown.
    private static JobLine? Line(string text)
    {
        try
        {
            return KinoluxJson.Read<JobLine>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
