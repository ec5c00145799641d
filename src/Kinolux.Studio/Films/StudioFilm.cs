using Kinolux.Core.Files;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Production.Work;

namespace Kinolux.Studio.Films;

/// <summary>A film of the production: its source, its output, and the folder in which it is worked on, which is made when work begins.</summary>
/// <param name="Id">The first 12 hex digits of the SHA-256 of the work folder's path relative to the production's.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Source">Full path of the film file, or pattern of a sequence.</param>
/// <param name="Rate">Frames a second, where the source is a sequence.</param>
/// <param name="Output">Full path where the restored film is or will be.</param>
/// <param name="WorkPath">Full path of the work folder.</param>
internal sealed record StudioFilm(string Id, string Name, string Source, Rational? Rate, string Output, string WorkPath, FilmInfos Infos)
{
    /// <summary>True once it was analysed: there is a plan, and proposals to decide on.</summary>
    public bool IsAnalysed => File.Exists(PlanPath);

    public string PlanPath => new ClosedFolder(WorkPath).At(WorkFolder.PlanName);

    /// <summary>The folder of the report: <c>NAME.restored.report</c> beside the output.</summary>
    public string ReportPath => Path.ChangeExtension(Output, ".report");

    /// <summary>Why a person must allow its output to be written; null where that is its own: what the work folder stands beside, and no file that it never delivered.</summary>
    public string? AsksForOutput() =>
        Path.GetFullPath(WorkFolder.For(Output)) != Path.GetFullPath(WorkPath) ? $"It would write {Output}, which is not what its work folder stands beside."
        : File.Exists(Output) && !DeliveryRecord.IsThere(WorkPath, Output) ? $"It would replace {Output}, which was not delivered from its work folder."
        : null;

    public bool IsSourceThere => Infos.StampOf(Source) is not null;

    public bool IsOutputThere => Infos.StampOf(Output) is not null;

    /// <summary>The work folder, to read it and to add decisions.</summary>
    /// <exception cref="Core.Faults.FaultException">KX4102: the film was not analysed yet.</exception>
    public WorkFolder Open() => WorkFolder.Open(WorkPath);

    /// <summary>What the source is; looked at once for as long as the file stays as it is.</summary>
    /// <exception cref="Core.Faults.FaultException">KX10xx: it cannot be read as a film.</exception>
    public FilmInfo Info() => Infos.Of(Source, Rate);

    /// <summary>What the output is.</summary>
    /// <exception cref="Core.Faults.FaultException">KX1001: there is none yet; KX10xx: it cannot be read as a film.</exception>
    public FilmInfo OutputInfo() => Infos.Of(Output, Rate);
}
