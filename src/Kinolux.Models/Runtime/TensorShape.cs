namespace Kinolux.Models.Runtime;

/// <summary>An input or output as the model itself declares it.</summary>
/// <param name="IsFloat">True where it is a tensor of float32.</param>
/// <param name="Sides">Its sides; -1 where any goes.</param>
public sealed record TensorShape(string Name, bool IsFloat, IReadOnlyList<long> Sides);
