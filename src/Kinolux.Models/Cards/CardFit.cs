using Kinolux.Models.Runtime;

namespace Kinolux.Models.Cards;

/// <summary>Whether a model is what its card says.</summary>
public static class CardFit
{
    /// <summary>What differs; null where nothing does.</summary>
    public static string? Problem(ModelCard card, OnnxSession session) =>
        Problem("input", card, card.Inputs, session.Inputs) ?? Problem("output", card, card.Outputs, session.Outputs);

    private static string? Problem(string what, ModelCard card, IReadOnlyList<TensorCard> said, IReadOnlyList<TensorShape> found)
    {
        if (said.Select(tensor => tensor.Name).Except(found.Select(shape => shape.Name)).FirstOrDefault() is { } absent)
            return $"it has no {what} {absent}";
        if (what == "input" && found.Select(shape => shape.Name).Except(said.Select(tensor => tensor.Name)).FirstOrDefault() is { } unsaid)
            return $"its card says nothing of the input {unsaid}";
        return said.Select(tensor => Problem(what, card, tensor, found.First(shape => shape.Name == tensor.Name))).FirstOrDefault(problem => problem is not null);
    }

    private static string? Problem(string what, ModelCard card, TensorCard said, TensorShape found)
    {
        long[] wanted = [1, said.Channels.Count, (said.Size ?? card.Size)?[0] ?? -1, (said.Size ?? card.Size)?[1] ?? -1];
        return !found.IsFloat ? $"the {what} {said.Name} is no tensor of float32"
            : found.Sides.Count != 4 ? $"the {what} {said.Name} has {found.Sides.Count} sides instead of 4"
            : Enumerable.Range(0, 4).Any(i => found.Sides[i] >= 0 && found.Sides[i] != wanted[i]) ? $"the {what} {said.Name} has the shape {string.Join(" × ", found.Sides)}, its card says {string.Join(" × ", wanted)} (-1 is any)"
            : null;
    }
}
