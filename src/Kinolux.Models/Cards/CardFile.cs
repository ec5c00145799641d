using System.Text.Json;
using System.Text.RegularExpressions;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Text;

namespace Kinolux.Models.Cards;

/// <summary>Reads cards, and holds them to what they must say.</summary>
public static partial class CardFile
{
    /// <summary>Samples: the largest receptive field, multiple and side of a fixed size that are taken.</summary>
    public const int MostSamples = 8192;

    // A card is a page of text.
    private const long MostBytes = 1 << 20;

    /// <exception cref="FaultException">KX2801: the file is not there, or is no card.</exception>
    public static ModelCard Read(string path)
    {
        try
        {
            var card = KinoluxJson.Read<ModelCard>(WholeFile.Text(path, MostBytes));
            return Problem(card) is { } problem ? throw new JsonException(problem) : card;
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException)
        {
            throw FaultException.Of("KX2801", cause, ("file", path), ("why", cause.Message));
        }
    }

    private static string? Problem(ModelCard card) =>
        card.Version != ModelCard.CurrentVersion ? $"it needs version {ModelCard.CurrentVersion}"
        : !Names().IsMatch(card.Name) ? "its name is not lower-case words joined by hyphens"
        : card.File.Length == 0 || Path.GetFileName(card.File) != card.File ? "its file must lie in the card's folder"
        : !Hashes().IsMatch(card.Sha256) ? "its sha256 is not 64 hexadecimal digits in lower case"
        : card.ReceptiveField is < 0 or > MostSamples ? $"its receptiveField is not 0 to {MostSamples}"
        : card.Multiple is < 1 or > MostSamples ? $"its multiple is not 1 to {MostSamples}"
        : card.Size is { } size && (size.Count != 2 || size.Any(side => side is < 1 or > MostSamples || side <= 2 * card.ReceptiveField || side % card.Multiple != 0)) ? "its size is not a height and a width that are divisible by the multiple and leave something between the overlaps"
        : !double.IsFinite(card.OperationsPerSample) || card.OperationsPerSample < 0 ? "its operationsPerSample is no number of operations"
        : card.Inputs.Concat(card.Outputs).Select(Problem).FirstOrDefault(problem => problem is not null) is { } tensor ? tensor
        : TaskContract.Problem(card);

    private static string? Problem(TensorCard tensor) =>
        tensor.Name.Length == 0 ? "a tensor has no name"
        : tensor.Channels.Count is 0 or > 256 ? $"{tensor.Name} has no channels or too many"
        : tensor.Size is { } size && (size.Count != 2 || size.Any(side => side is < 1 or > MostSamples)) ? $"the size of {tensor.Name} is not a height and a width"
        : tensor.Range is not [var low, var high] || !(low < high) || !double.IsFinite(high - low) ? $"the range of {tensor.Name} is not two rising numbers"
        : null;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Names();

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Hashes();
}
