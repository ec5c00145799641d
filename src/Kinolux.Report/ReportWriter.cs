using System.Globalization;
using System.Net;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;

namespace Kinolux.Report;

/// <summary>
/// Writes a report: a folder whose <c>index.html</c> opens from disk. Pictures go to <see cref="Folder"/> first;
/// the report appears whole at <see cref="Complete"/>, or not at all.
/// </summary>
public sealed class ReportWriter : IDisposable
{
    private readonly string _place;
    private readonly bool _overwrite;

    private ReportWriter(string place, bool overwrite)
    {
        (_place, _overwrite) = (place, overwrite);
        Folder = ReportFolder.Guard(place, () => ReportFolder.Stage(place));
    }

    /// <summary>Where the page's own pictures and films are written until it is complete.</summary>
    public string Folder { get; }

    /// <summary>Begins a report that will appear at <paramref name="folder"/>.</summary>
    /// <param name="overwrite">Whether a report that is there already is replaced; anything else there never is.</param>
    /// <exception cref="FaultException">KX4801: something is there already. KX4802: the place cannot be written.</exception>
    public static ReportWriter Begin(string folder, bool overwrite = false)
    {
        Check(folder, overwrite);
        return new ReportWriter(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), overwrite);
    }

    /// <summary>Says early that a report could not appear at <paramref name="folder"/>.</summary>
    /// <exception cref="FaultException">KX4801: something is there already. KX4802: the place cannot be written. KX3003: this build has no pages.</exception>
    public static void Check(string folder, bool overwrite)
    {
        _ = ReportAssets.Page;
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (!ReportFolder.Guard(folder, () => ReportFolder.MayTake(folder, overwrite)))
            throw FaultException.Of("KX4801", ("folder", folder));
        if (Directory.Exists(Path.GetDirectoryName(folder)))
            ReportFolder.Guard(folder, () => ReportFolder.Probe(folder));
    }

    /// <summary>Writes the page and moves the folder into its place.</summary>
    /// <exception cref="FaultException">KX4801: something appeared there meanwhile. KX4802: it cannot be written.</exception>
    public void Complete(ReportPage page) => ReportFolder.Guard(_place, () =>
    {
        Write(page);
        if (!ReportFolder.MayTake(_place, _overwrite))
            throw FaultException.Of("KX4801", ("folder", _place));
        AtomicFile.PlaceFolder(Folder, _place);
        return true;
    });

    public void Dispose() => ReportFolder.Discard(Folder);

    private void Write(ReportPage page)
    {
        var files = new ReportFiles(Folder);
        var data = ReportFiles.InScript(new
        {
            page.Title,
            Made = page.Made.ToString("yyyy-MM-dd HH:mm 'UTC'zzz", CultureInfo.InvariantCulture),
            page.Subject,
            page.ReviewPath,
            page.Person,
            page.Kinds,
            page.Shared,
            Sections = page.Sections.Select(section => new { section.Id, section.Title, Short = section.Short ?? section.Title, Blocks = section.Blocks.Select(block => block.Model(files)) }),
        });
        File.WriteAllText(Path.Combine(Folder, "index.html"), ReportAssets.Page
            .Replace("{{title}}", WebUtility.HtmlEncode(page.Title), StringComparison.Ordinal)
            .Replace("{{data}}", data, StringComparison.Ordinal));
        ReportAssets.CopyTo(Folder);
        // Last, so that only a whole report carries the mark.
        File.WriteAllText(Path.Combine(Folder, ReportFolder.Mark), """{"kinoluxReport": 1}""" + "\n");
    }
}
