using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Models.Cards;
using Kinolux.Models.Runtime;
using Kinolux.Models.Registry;

namespace Kinolux.Restore.Stages;

/// <summary>How a shot's proposal names a model: by name and hash, so that a plan never runs another.</summary>
internal static class PlannedModel
{
    private const string Key = "model";

    /// <summary>The proposal with the model in its change, its evidence, its summary and its source.</summary>
    /// <param name="words">What follows the proposal's summary, before the model's name.</param>
    public static Proposal AddTo(Proposal proposal, ModelCard card, string words, Func<string, Evidence> evidence)
    {
        var change = (JsonObject?)proposal.Change?.DeepClone() ?? [];
        change[Key] = new JsonObject { ["name"] = card.Name, ["sha256"] = card.Sha256 };
        return proposal with
        {
            Change = change,
            Evidence = [.. proposal.Evidence, evidence($"{card.Name} (SHA-256 {card.Sha256})") with { Uri = $"{card.Name}.json" }],
            Summary = $"{proposal.Summary}{words} {card.Name}",
            Source = proposal.Source with { Settings = Words(card) },
        };
    }

    /// <summary>The model as a proposal's source says it.</summary>
    public static string Words(ModelCard card) => $"{card.Name} {card.ShortHash}";

    /// <summary>The model that the accepted proposal names; null where it names none.</summary>
    /// <exception cref="FaultException">KX3802: it is not in the registry.</exception>
    public static ModelCard? Of(ModelRegistry models, IReadOnlyList<Decided> planned) =>
        planned.FirstOrDefault(decided => decided.Applies)?.Proposal.Change?[Key] is JsonObject named
        && named["name"] is JsonValue name && name.TryGetValue(out string? model) && named["sha256"] is JsonValue hash && hash.TryGetValue(out string? sha256)
            ? models.Find(model, sha256)
            : null;

    /// <summary>True where ONNX Runtime is there.</summary>
    /// <exception cref="FaultException">KX3801: a model is to be used always, and it is not.</exception>
    public static bool CanRun(ModelUse use)
    {
        try
        {
            return OnnxRuntime.Default is not null;
        }
        catch (FaultException) when (use == ModelUse.Auto)
        {
            return false;
        }
    }
}
