using System.Security.Cryptography;
using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Text;
using Kinolux.Work.Library;

namespace Kinolux.Work.Jobs;

/// <summary>
/// Which jobs this person asked for on this machine, and with which output: kept in the person's own folder and not in the production, which may come from elsewhere with jobs in it.
/// Where that folder cannot be written, a consent holds until the program ends.
/// </summary>
internal sealed class JobConsents
{
    // More than ever wait.
    private const int Most = 4096;
    private readonly string _path;
    private readonly string _folder;
    private readonly List<string> _given;

    public JobConsents(JobSettings settings)
    {
        _folder = Path.Combine(settings.State, "jobs");
        _path = Path.Combine(_folder, HashOf(settings.Folder)[..24] + ".jsonl");
        _given = [.. SealedLines.TryRead(_path, out _) ?? []];
    }

    /// <summary>True where the person asked for this very job: with its document, its settings and its output.</summary>
    public bool Has(Job job, WorkItem work) => _given.Contains(Essence(job, work));

    public void Give(Job job, WorkItem work)
    {
        if (Has(job, work))
            return;
        _given.Add(Essence(job, work));
        _given.RemoveRange(0, Math.Max(0, _given.Count - Most));
        try
        {
            Directory.CreateDirectory(_folder);
            SealedLines.Write(_path, _given);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or FaultException)
        {
            // It is asked again next time.
        }
    }

    // That it begins afresh may be taken back meanwhile, and harms nothing.
    private static string Essence(Job job, WorkItem work) => HashOf(JsonSerializer.Serialize(
        new { job.Id, job.Made, Request = job.Request with { Fresh = false }, work.WorkPath, work.Source, work.Output }, KinoluxJson.Line));

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
