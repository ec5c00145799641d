using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Text;
using Kinolux.Production.Work;
using Kinolux.Studio.Films;

namespace Kinolux.Studio.Plans;

/// <summary>
/// Reads and changes what will be done to a film: in <c>plan.json</c>, or, before an analysis has made one, in <c>asked.json</c>, which the first job works into it.
/// A tag names what was read, so that nobody's change (a person may edit the plan by hand meanwhile) is overwritten unseen.
/// </summary>
internal sealed class PlanDesk(FilmShelf shelf)
{
    // Of what was asked: some lines for each stage.
    private const long MostBytes = 1 << 20;
    private readonly Lock _lock = new();

    /// <exception cref="FaultException">KX2301: the plan was edited into none.</exception>
    public (PlanSettings Settings, string Tag) Read(StudioFilm film)
    {
        lock (_lock)
        {
            Settle(film);
            return Load(film);
        }
    }

    /// <param name="tag">What <see cref="Read"/> gave with the settings that were changed.</param>
    /// <exception cref="FaultException">KX6030 the plan changed meanwhile; KX201x a stage, an option or a value is wrong.</exception>
    public (PlanSettings Settings, string Tag) Write(StudioFilm film, PlanSettings wanted, string tag)
    {
        lock (_lock)
        {
            Settle(film);
            var (now, current) = Load(film);
            if (tag != current)
                throw FaultException.Of("KX6030", ("film", film.Name));
            var settings = now.With(wanted);
            if (film.IsAnalysed)
                WriteInto(film.PlanPath, settings);
            else
                AtomicFile.WriteText(AskedPath(shelf.Begin(film)), JsonSerializer.Serialize(settings, KinoluxJson.Pretty) + "\n");
            return Load(film);
        }
    }

    /// <summary>Works what was asked before there was a plan into the plan, once there is one.</summary>
    /// <returns>True where nothing is left to work in.</returns>
    public bool Settle(StudioFilm film)
    {
        lock (_lock)
        {
            if (ReadAsked(film) is not { } asked)
                return true;
            if (!film.IsAnalysed)
                return false;
            WriteInto(film.PlanPath, SettingsOf(Plan.Read(film.PlanPath)).With(asked));
            File.Delete(AskedPath(film));
            return true;
        }
    }

    private static (PlanSettings Settings, string Tag) Load(StudioFilm film)
    {
        // The tag is of what was read first: what changes after that is seen when it is given back.
        var path = film.IsAnalysed ? film.PlanPath : AskedPath(film);
        var tag = File.Exists(path) ? WholeFile.Hash(path)[..32] : "new";
        var settings = film.IsAnalysed ? SettingsOf(Plan.Read(film.PlanPath)) : ReadAsked(film) ?? PlanSettings.Default;
        return (PlanSettings.Default.With(settings), tag);
    }

    private static PlanSettings SettingsOf(Plan plan) => new(plan.Quality, plan.Stages);

    private static void WriteInto(string path, PlanSettings settings) =>
        (Plan.Read(path) with { Quality = settings.Quality, Stages = settings.Stages }).Write(path);

    private static PlanSettings? ReadAsked(StudioFilm film)
    {
        try
        {
            return File.Exists(AskedPath(film)) ? KinoluxJson.Read<PlanSettings>(WholeFile.Text(AskedPath(film), MostBytes)) : null;
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException)
        {
            throw FaultException.Of("KX2301", cause, ("file", AskedPath(film)), ("why", cause.Message));
        }
    }

    private static string AskedPath(StudioFilm film) => new ClosedFolder(film.WorkPath).At("asked.json");
}
