using System.Globalization;
using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Text;
using Kinolux.Production.Work;

namespace Kinolux.Studio.Jobs;

/// <summary><c>.kinolux/jobs/</c> of a production: the list of jobs, and a log for each.</summary>
internal sealed class JobFolder(string production, TimeProvider time)
{
    private const int LinesShown = 2000;
    private ClosedFolder Folder => new ClosedFolder(production).Folder(".kinolux", "jobs");

    private string ListPath => Folder.At("jobs.json");

    /// <summary>The jobs as they were written last. A list that was damaged is begun anew: the films' work does not hang on it.</summary>
    public IReadOnlyList<Job> Read()
    {
        try
        {
            return File.Exists(ListPath) ? JsonSerializer.Deserialize<JobList>(File.ReadAllText(ListPath), KinoluxJson.Pretty)?.Jobs ?? [] : [];
        }
        catch (JsonException)
        {
            return [];
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
        File.AppendAllText(LogPath(id), JsonSerializer.Serialize(new JobLine(time.GetUtcNow(), text), KinoluxJson.Line) + "\n");

    public JobLog ReadLog(string id) =>
        new([.. (File.Exists(LogPath(id)) ? File.ReadLines(LogPath(id)) : []).TakeLast(LinesShown).Select(Line).OfType<JobLine>()]);

    private string LogPath(string id) => Folder.At(id + ".log");

    // The last line may be cut short by a crash.
    private static JobLine? Line(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<JobLine>(text, KinoluxJson.Line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
