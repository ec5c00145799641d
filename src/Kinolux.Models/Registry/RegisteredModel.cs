using System.Text.Json.Serialization;
using Kinolux.Core.Faults;
using Kinolux.Models.Cards;

namespace Kinolux.Models.Registry;

/// <summary>What a registry has: a card with its model, or a card that cannot be read and why.</summary>
/// <param name="CardPath">The card's file.</param>
/// <param name="IsOwn">True where the user added it.</param>
public sealed record RegisteredModel(string CardPath, bool IsOwn, ModelCard? Card, Fault? Problem)
{
    /// <summary>What people call it.</summary>
    public string Name => Card?.Name ?? Path.GetFileNameWithoutExtension(CardPath);

    /// <summary>The model's file; the card's where that cannot be read.</summary>
    [JsonIgnore]
    public string ModelPath => Card is null ? CardPath : Path.Combine(Path.GetDirectoryName(CardPath) ?? "", Card.File);
}
