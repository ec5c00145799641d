using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Review;
using Kinolux.Core.Text;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Survey;

namespace Kinolux.Restoration.Plans;

/// <summary>What a restoration will do, as a file that a person can edit: which stages with which options, the shots, and what was measured for each whole shot.</summary>
public sealed partial record Plan(int Version, PlanSource Source, Quality Quality, IReadOnlyList<PlanStage> Stages, IReadOnlyList<PlanShot> Shots)
{
    public const int CurrentVersion = 1;

    /// <exception cref="FaultException">KX2301: the file is no valid plan; KX4102: it is not there.</exception>
    public static Plan Read(string path)
    {
        if (!File.Exists(path))
            throw FaultException.Of("KX4102", ("path", path));
        try
        {
            var plan = KinoluxJson.Read<Plan>(WholeFile.Text(path));
            if (plan.Version != CurrentVersion)
                throw new JsonException($"it needs version {CurrentVersion}");
            plan.Check();
            return plan;
        }
        catch (Exception cause) when (cause is JsonException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw FaultException.Of("KX2301", cause, ("file", path), ("why", cause.Message));
        }
    }

    public void Write(string path) => AtomicFile.WriteText(path, ToJson());

    /// <summary>Indented, but with every list of numbers on one line.</summary>
    public string ToJson() =>
        NumberList().Replace(JsonSerializer.Serialize(this, KinoluxJson.Pretty), match => Spaces().Replace(match.Value, " ").Replace("[ ", "[", StringComparison.Ordinal).Replace(" ]", "]", StringComparison.Ordinal)) + "\n";

    public PlanStage? Stage(string id) => Stages.FirstOrDefault(stage => stage.Id == id);

    /// <summary>True where a place of a frame is outside the printed frame: nothing there is taken for damage.</summary>
    public bool IsOutside(int frame, int x, int y) =>
        Shots.FirstOrDefault(shot => shot.Shot.Frames.Contains(frame))?.Shot.Printed is { } printed && !printed.Contains(x, y);

    private void Check()
    {
        if (Shots.SelectMany(shot => shot.Proposals).Any(proposal => proposal.Place is not FilmPlace))
            throw new JsonException("a proposal is about no place in a film");
        var next = 0;
        foreach (var (shot, _) in Shots)
        {
            if (shot.Frames.First != next)
                throw new JsonException($"shot {shot.Index} should begin at frame {next}: shots follow each other without gaps");
            next = shot.Frames.Last + 1;
        }
        if (next != Source.Frames)
            throw new JsonException($"the shots end at frame {next - 1}, the film at frame {Source.Frames - 1}");
    }

    [GeneratedRegex(@"\[\s*-?[\d.eE+-]+(\s*,\s*-?[\d.eE+-]+)*\s*\]")]
    private static partial Regex NumberList();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
