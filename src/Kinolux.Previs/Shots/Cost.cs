namespace Kinolux.Previs.Shots;

/// <summary>What speaks against something, and which of it most.</summary>
/// <param name="Value">0 and above; less is better.</param>
/// <param name="Why">The weightiest part, in words; null where nothing speaks against it.</param>
/// <param name="Heaviest">What that part weighs.</param>
internal readonly record struct Cost(double Value, string? Why, double Heaviest)
{
    public static Cost None => default;

    public Cost And(double value, string why) => value <= 0 ? this : value > Heaviest ? new Cost(Value + value, why, value) : this with { Value = Value + value };
}
