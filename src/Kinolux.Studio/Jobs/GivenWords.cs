using System.Security.Cryptography;
using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Text;
using Kinolux.Studio.Films;

namespace Kinolux.Studio.Jobs;

/// <summary>
/// Which jobs this person asked for on this machine, and with which output: kept in the person's own folder and not in the production, which may come from elsewhere with jobs in it.
/// Where that folder cannot be written, a word holds until the studio ends.
/// </summary>
internal sealed class GivenWords
{
    // More than ever wait.
    private const int Most = 4096;
    private readonly string _path;
    private readonly string _folder;
    private readonly List<string> _given;

    public GivenWords(StudioSettings settings)
    {
        _folder = Path.Combine(settings.State, "jobs");
        _path = Path.Combine(_folder, HashOf(settings.Folder)[..24] + ".jsonl");
        _given = [.. SealedLines.TryRead(_path, out _) ?? []];
    }

    /// <summary>True where the person asked for this very job: with its film, its settings and its output.</summary>
    public bool Has(Job job, StudioFilm film) => _given.Contains(Essence(job, film));

    public void Give(Job job, StudioFilm film)
    {
        if (Has(job, film))
            return;
        _given.Add(Essence(job, film));
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

    // That it begins again may be taken back meanwhile, and harms nothing.
    private static string Essence(Job job, StudioFilm film) => HashOf(JsonSerializer.Serialize(
        new { job.Id, job.Made, job.Kind, Request = job.Request with { Fresh = false }, film.WorkPath, film.Source, film.Output }, KinoluxJson.Line));

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
