namespace Kinolux.Models.Runtime;

/// <summary>Floats as a model reads or writes them: 1 × channels × height × width, width fastest.</summary>
/// <param name="Name">The model's input or output.</param>
public readonly record struct Tensor(string Name, Memory<float> Data, int Channels, int Height, int Width);
