using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Text;

namespace Kinolux.Restoration.Plans;

/// <summary>
/// Reads and changes what will be done to a film: in <c>plan.json</c>, or, before an analysis has made one, in <c>asked.json</c>, which the first run works into it.
/// A tag names what was read, so that nobody's change (a person may edit the plan by hand meanwhile) is overwritten unseen. Thread-safe.
/// </summary>
/// <param name="work">The work folder's path.</param>
public sealed class PlanEditor(string work)
{
    // Of what was asked: some lines for each stage.
    private const long MostBytes = 1 << 20;
    private static readonly Lock OneAtATime = new();

    private string PlanPath => new ClosedFolder(work).At(FilmWork.PlanName);

    private string AskedPath => new ClosedFolder(work).At("asked.json");

    private bool IsPlanned => File.Exists(PlanPath);

    /// <exception cref="FaultException">KX2301: the plan was edited into none.</exception>
    public (PlanSettings Settings, string Tag) Read()
    {
        lock (OneAtATime)
        {
            Settle();
            return Load();
        }
    }

    /// <summary>Changes settings; the work folder is there.</summary>
    /// <param name="name">What people call the film.</param>
    /// <param name="tag">What <see cref="Read"/> gave with the settings that were changed.</param>
    /// <exception cref="FaultException">KX6030 the plan changed meanwhile; KX201x a stage, an option or a value is wrong.</exception>
    public (PlanSettings Settings, string Tag) Write(string name, PlanSettings wanted, string tag)
    {
        lock (OneAtATime)
        {
            Settle();
            var (now, current) = Load();
            if (tag != current)
                throw FaultException.Of("KX6030", ("film", name));
            var settings = now.With(wanted);
            if (IsPlanned)
                WriteInto(settings);
            else
                AtomicFile.WriteText(AskedPath, JsonSerializer.Serialize(settings, KinoluxJson.Pretty) + "\n");
            return Load();
        }
    }

    /// <summary>Works what was asked before there was a plan into the plan, once there is one.</summary>
    /// <returns>True where nothing is left to work in.</returns>
    public bool Settle()
    {
        lock (OneAtATime)
        {
            if (ReadAsked() is not { } asked)
                return true;
            if (!IsPlanned)
                return false;
            WriteInto(SettingsOf(Plan.Read(PlanPath)).With(asked));
            File.Delete(AskedPath);
            return true;
        }
    }

    private (PlanSettings Settings, string Tag) Load()
    {
        // The tag is of what was read first: what changes after that is seen when it is given back.
        var path = IsPlanned ? PlanPath : AskedPath;
        var tag = File.Exists(path) ? WholeFile.Hash(path)[..32] : "new";
        var settings = IsPlanned ? SettingsOf(Plan.Read(PlanPath)) : ReadAsked() ?? PlanSettings.Default;
        return (PlanSettings.Default.With(settings), tag);
    }

    private static PlanSettings SettingsOf(Plan plan) => new(plan.Quality, plan.Stages);

    private void WriteInto(PlanSettings settings) =>
        (Plan.Read(PlanPath) with { Quality = settings.Quality, Stages = settings.Stages }).Write(PlanPath);

    private PlanSettings? ReadAsked()
    {
        try
        {
            return File.Exists(AskedPath) ? KinoluxJson.Read<PlanSettings>(WholeFile.Text(AskedPath, MostBytes)) : null;
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException)
        {
            throw FaultException.Of("KX2301", cause, ("file", AskedPath), ("why", cause.Message));
        }
    }
}
