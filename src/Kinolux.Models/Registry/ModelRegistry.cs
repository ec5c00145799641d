using System.Collections.Concurrent;
using Kinolux.Core.Faults;
using Kinolux.Models.Cards;
using Kinolux.Models.Runtime;

namespace Kinolux.Models.Registry;

/// <summary>
/// The models at hand: the user's own folder first, then those that come with Kinolux; of two with one name the first counts. Open models are shared. Safe to use from many threads.
/// </summary>
public sealed class ModelRegistry
{
    /// <summary>Names the user's folder of models.</summary>
    public const string Variable = "KINOLUX_MODELS";

    private readonly ConcurrentDictionary<string, Lazy<OnnxSession>> _open;
    private readonly Lazy<IReadOnlyList<RegisteredModel>> _all;

    /// <param name="own">The user's folder; it need not be there.</param>
    /// <param name="shipped">The folder that comes with Kinolux; null for none.</param>
    public ModelRegistry(string own, string? shipped)
    {
        (Own, _open) = (own, new(StringComparer.Ordinal));
        _all = new Lazy<IReadOnlyList<RegisteredModel>>(() =>
            [.. Cards(own, isOwn: true).Concat(shipped is null ? [] : Cards(shipped, isOwn: false)).DistinctBy(model => model.Name)]);
    }

    private ModelRegistry(ModelRegistry whole, ModelCard card)
    {
        (Own, _open) = (whole.Own, whole._open);
        _all = new Lazy<IReadOnlyList<RegisteredModel>>(() => [.. whole.All.Where(model => model.Card == card)]);
    }

    /// <summary>The models of this machine and user: <c>KINOLUX_MODELS</c> or the user's data folder, and what comes with Kinolux.</summary>
    public static ModelRegistry Default { get; } = new(OwnFolder(), ShippedModels.Folder);

    /// <summary>The user's folder.</summary>
    public string Own { get; }

    /// <summary>As the folders were when this was first asked for.</summary>
    public IReadOnlyList<RegisteredModel> All => _all.Value;

    /// <summary>The models of a task whose cards can be read.</summary>
    public IEnumerable<ModelCard> Of(ModelTask task) => All.Select(model => model.Card).OfType<ModelCard>().Where(card => card.Task == task);

    /// <summary>This registry with one model alone.</summary>
    public ModelRegistry Only(ModelCard card) => new(this, card);

    /// <summary>True where the user added it.</summary>
    public bool IsOwn(ModelCard card) => All.Any(model => model.IsOwn && model.Card == card);

    /// <exception cref="FaultException">KX3802: no model of this name, or it has another hash.</exception>
    public ModelCard Find(string name, string sha256) =>
        All.FirstOrDefault(model => model.Name == name)?.Card is { } card && card.Sha256 == sha256 ? card
        : throw FaultException.Of("KX3802", ("model", name), ("hash", sha256));

    /// <summary>Opens a model of this registry, or gives the one that is open. Its hash is checked.</summary>
    /// <exception cref="FaultException">KX3801 no library, KX1801 no model, KX1803 not the one that the card describes, KX3802 not here.</exception>
    public OnnxSession Open(ModelCard card) => _open.GetOrAdd(card.Sha256, _ => new Lazy<OnnxSession>(() => OnnxRuntime.Default.Open(Bytes(card), card.File))).Value;

    /// <summary>The user's own folder of models on this machine.</summary>
    public static string OwnFolder() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "kinolux", "models");

    private byte[] Bytes(ModelCard card)
    {
        var shelved = All.FirstOrDefault(model => model.Card == card) ?? throw FaultException.Of("KX3802", ("model", card.Name), ("hash", card.Sha256));
        return ModelFile.Read(shelved.ModelPath, card);
    }

    private static IEnumerable<RegisteredModel> Cards(string folder, bool isOwn) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(path => Card(path, isOwn)) : [];

    private static RegisteredModel Card(string path, bool isOwn)
    {
        try
        {
            return new RegisteredModel(path, isOwn, CardFile.Read(path), null);
        }
        catch (FaultException fault)
        {
            return new RegisteredModel(path, isOwn, null, fault.Fault);
        }
    }
}
