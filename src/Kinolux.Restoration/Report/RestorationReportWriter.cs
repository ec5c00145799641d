using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Time;
using Kinolux.Media.Display;
using Kinolux.Report;
using Kinolux.Report.Sheets;

namespace Kinolux.Restoration.Report;

/// <summary>Writes the report of a restoration: pictures first, then <see cref="Complete"/>. It appears whole or not at all.</summary>
public sealed class RestorationReportWriter : IDisposable
{
    private readonly ReportWriter _report;
    private readonly StillPictures _stills;
    private readonly StackedProxy _proxy;

    private RestorationReportWriter(ReportWriter report, PictureLook look, Rational rate, CancellationToken cancel)
    {
        _report = report;
        _stills = new StillPictures(report.Folder, look, cancel);
        _proxy = new StackedProxy(report.Folder, look, rate, cancel);
    }

    /// <inheritdoc cref="ReportWriter.Begin"/>
    /// <param name="look">How the film's samples are shown.</param>
    /// <param name="rate">Frames per second of the film.</param>
    public static RestorationReportWriter Begin(string folder, PictureLook look, Rational rate, bool overwrite = false, CancellationToken cancel = default) =>
        new(ReportWriter.Begin(folder, overwrite), look, rate, cancel);

    /// <summary>Adds a frame's picture before and after. All frames of a report have one format.</summary>
    public void AddPicture(int frame, Frame before, Frame after, PictureNote note) => _stills.Add(frame, before, after, note);

    /// <summary>Adds a frame to the short video of the wipe; frames come in rising order and may leave gaps.</summary>
    public void AddProxyFrame(int frame, Frame before, Frame after) => _proxy.Add(frame, before, after);

    /// <inheritdoc cref="ReportWriter.Complete"/>
    /// <returns>What a person should know of it: why the record has no PDF, or what is missing in it.</returns>
    /// <exception cref="FaultException">KX5001: ffmpeg failed.</exception>
    public IReadOnlyList<string> Complete(RestorationReport report)
    {
        _stills.Finish();
        _proxy.Finish();
        var page = new RestorationPage(report, _stills, _proxy);
        var record = RestorationRecord.Of(report, page.Groups);
        SheetPage.Write(Path.Combine(_report.Folder, RestorationRecord.Page), record);
        var notes = Print(record, out var printed);
        _report.Complete(page.Make(printed ? [RestorationRecord.Page, RestorationRecord.Paper] : [RestorationRecord.Page]));
        return notes;
    }

    // Hours of work do not end at a font that is not there: the same text stands on the page.
    private string[] Print(Sheet record, out bool printed)
    {
        try
        {
            var missing = SheetPaper.Write(Path.Combine(_report.Folder, RestorationRecord.Paper), record);
            printed = true;
            return missing.Count == 0 ? [] : [$"{RestorationRecord.Paper}: no font has {string.Join(' ', missing.Keys.Select(rune => rune.ToString()))}"];
        }
        catch (FaultException fault) when (fault.Fault.Code == "KX3004")
        {
            printed = false;
            return [$"{RestorationRecord.Paper} was left out: {fault.Fault.Message} ({fault.Fault.Remedy})"];
        }
    }

    public void Dispose()
    {
        _stills.Dispose();
        _proxy.Dispose();
        _report.Dispose();
    }
}
