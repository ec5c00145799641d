namespace Kinolux.Models.Cards;

/// <summary>One input or output of a model: float32, 1 × channels × height × width.</summary>
/// <param name="Name">What the model calls it.</param>
/// <param name="Channels">What each channel means, such as <c>gray</c>, or <c>red</c>, <c>green</c>, <c>blue</c>; their number is the shape's second.</param>
/// <param name="Range">A picture's value of black and of white; a noise map's least and greatest standard deviation that the model knows, in the picture's unit.</param>
/// <param name="Role">What the task calls it, where the model calls it otherwise.</param>
/// <param name="Size">Height and width where they are not the picture's: 1 × 1 for what is one number.</param>
public sealed record TensorCard(string Name, IReadOnlyList<string> Channels, IReadOnlyList<double> Range, string? Role = null, IReadOnlyList<int>? Size = null)
{
    /// <summary>True where the task calls it so.</summary>
    public bool Is(string role) => (Role ?? Name) == role;
}
