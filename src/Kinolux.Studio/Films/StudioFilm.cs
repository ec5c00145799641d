using Kinolux.Core.Files;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Restoration;
using Kinolux.Restoration.Plans;
using Kinolux.Work;
using Kinolux.Work.Library;

namespace Kinolux.Studio.Films;

/// <summary>A work of the production whose document is a film.</summary>
internal sealed record StudioFilm(WorkItem Work, FilmInfos Infos)
{
    public string Id => Work.Id;

    /// <summary>What people call it.</summary>
    public string Name => Work.Name;

    /// <summary>Full path of the film file, or pattern of a sequence.</summary>
    public string Source => Work.Source;

    /// <summary>Frames a second, where the source is a sequence.</summary>
    public Rational? Rate => Work.Note?.Rate;

    /// <summary>Full path where the restored film is or will be.</summary>
    public string Output => Work.Output;

    /// <summary>Full path of the work folder.</summary>
    public string WorkPath => Work.WorkPath;

    /// <summary>True once it was analysed: there is a plan, and proposals to decide on.</summary>
    public bool IsAnalysed => File.Exists(new ClosedFolder(WorkPath).At(FilmWork.PlanName));

    /// <summary>The folder of the report.</summary>
    public string ReportPath => FilmEngine.ReportOf(Output);

    /// <summary>The page that shows the output to others.</summary>
    public string PagePath => FilmEngine.PageOf(Output);

    public bool IsSourceThere => Infos.StampOf(Source) is not null;

    public bool IsOutputThere => Infos.StampOf(Output) is not null;

    /// <summary>The work folder, to read it and to add decisions.</summary>
    /// <exception cref="Core.Faults.FaultException">KX4102: the film was not analysed yet.</exception>
    public WorkFolder Open() => Work.Open();

    /// <summary>What the source is; looked at once for as long as the file stays as it is.</summary>
    /// <exception cref="Core.Faults.FaultException">KX10xx: it cannot be read as a film.</exception>
    public FilmInfo Info() => Infos.Of(Source, Rate);

    /// <summary>What the output is.</summary>
    /// <exception cref="Core.Faults.FaultException">KX1001: there is none yet; KX10xx: it cannot be read as a film.</exception>
    public FilmInfo OutputInfo() => Infos.Of(Output, Rate);
}
