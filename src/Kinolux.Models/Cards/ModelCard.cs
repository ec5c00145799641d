using System.Text.Json.Serialization;

namespace Kinolux.Models.Cards;

/// <summary>What is known of a model: a JSON file beside it, <c>NAME.json</c>. See the guide on models.</summary>
/// <param name="Name">Lower case with hyphens; the card's file is called so.</param>
/// <param name="Summary">One sentence for people.</param>
/// <param name="File">The model's file, in the card's folder.</param>
/// <param name="Sha256">Of the model's file, 64 hexadecimal digits in lower case.</param>
/// <param name="Licence">An SPDX expression, or the licence's name.</param>
/// <param name="Data">What it was trained on.</param>
/// <param name="Training">How: the script, seed, steps and machine, in a sentence or two.</param>
public sealed record ModelCard(
    string Name, string Summary, string File, string Sha256,
    IReadOnlyList<TensorCard> Inputs, IReadOnlyList<TensorCard> Outputs,
    string Licence, IReadOnlyList<string> Data, string Training)
{
    public const int CurrentVersion = 1;

    /// <summary>Of this form: <see cref="CurrentVersion"/>.</summary>
    public required int Version { get; init; }

    public required ModelTask Task { get; init; }

    /// <summary>How far around a sample the model looks, in samples on each side: tiles overlap by it.</summary>
    public required int ReceptiveField { get; init; }

    /// <summary>Height and width must be divisible by this; what is missing is made by reflection.</summary>
    public int Multiple { get; init; } = 1;

    /// <summary>Height and width where the model takes one size only; null where it takes any.</summary>
    public IReadOnlyList<int>? Size { get; init; }

    /// <summary>Multiplications and additions for each sample of the picture: what it costs. 0 where nobody counted.</summary>
    public double OperationsPerSample { get; init; }

    public IReadOnlyList<MeasuredQuality> Quality { get; init; } = [];

    /// <summary>The input or output that the task calls so; null where the model has none.</summary>
    public TensorCard? Input(string role) => Inputs.FirstOrDefault(tensor => tensor.Is(role));

    /// <inheritdoc cref="Input"/>
    public TensorCard? Output(string role) => Outputs.FirstOrDefault(tensor => tensor.Is(role));

    /// <summary>The first twelve digits of the hash, for people.</summary>
    [JsonIgnore]
    public string ShortHash => Sha256[..12];
}
