using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Frames;
using Kinolux.Core.Time;
using Kinolux.Media.Display;
using Kinolux.Report;

namespace Kinolux.Restoration.Report;

/// <summary>
/// Writes the report of a restoration: a folder whose <c>index.html</c> opens from disk. Pictures first, then <see cref="Complete"/>;
/// the folder appears whole at Complete, or not at all.
/// </summary>
public sealed class ReportWriter : IDisposable
{
    private readonly string _folder;
    private readonly string _staging;
    private readonly bool _overwrite;
    private readonly StillPictures _stills;
    private readonly StackedProxy _proxy;

    private ReportWriter(string folder, string staging, PictureLook look, Rational rate, bool overwrite)
    {
        (_folder, _staging, _overwrite) = (folder, staging, overwrite);
        _stills = new StillPictures(staging, look);
        _proxy = new StackedProxy(staging, look, rate);
    }

    /// <summary>Begins a report that will appear at <paramref name="folder"/>.</summary>
    /// <param name="look">How the film's samples are shown.</param>
    /// <param name="rate">Frames per second of the film.</param>
    /// <param name="overwrite">Whether a report that is there already is replaced; anything else there never is.</param>
    /// <exception cref="FaultException">KX4801: something is there already. KX4802: the place cannot be written.</exception>
    public static ReportWriter Begin(string folder, PictureLook look, Rational rate, bool overwrite = false)
    {
        Check(folder, overwrite);
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var staging = ReportFolder.Guard(folder, () => ReportFolder.Stage(folder));
        return new ReportWriter(folder, staging, look, rate, overwrite);
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

    /// <summary>Adds a frame's picture before and after. All frames of a report have one format.</summary>
    public void AddPicture(int frame, Frame before, Frame after, PictureNote note) => _stills.Add(frame, before, after, note);

    /// <summary>Adds a frame to the short video of the wipe; frames come in rising order and may leave gaps.</summary>
    public void AddProxyFrame(int frame, Frame before, Frame after) => _proxy.Add(frame, before, after);

    /// <summary>Writes the page and moves the folder into its place.</summary>
    /// <exception cref="FaultException">KX4801: something appeared there meanwhile. KX4802: it cannot be written. KX5001: ffmpeg failed.</exception>
    public void Complete(RestorationReport report)
    {
        _stills.Finish();
        _proxy.Finish();
        ReportFolder.Guard(_folder, () =>
        {
            new RestorationPage(_staging, report, _stills, _proxy).Write();
            if (!ReportFolder.MayTake(_folder, _overwrite))
                throw FaultException.Of("KX4801", ("folder", _folder));
            AtomicFile.PlaceFolder(_staging, _folder);
            return true;
        });
    }

    public void Dispose()
    {
        _stills.Dispose();
        _proxy.Dispose();
        ReportFolder.Discard(_staging);
    }
}
