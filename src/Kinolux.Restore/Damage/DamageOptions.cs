namespace Kinolux.Restore.Damage;

/// <summary>What to do to a clean film.</summary>
/// <param name="Kinds">Which kinds of damage.</param>
/// <param name="Strength">0 leaves the film as it is; 1 is a film in poor state, calibrated on known test clips; up to 4.</param>
/// <param name="Seed">The same seed on the same format gives the same damage, whichever kinds are chosen.</param>
public sealed record DamageOptions(DamageKinds Kinds = DamageWords.Everything, double Strength = 1, long Seed = 1)
{
    public const double MaxStrength = 4;

    internal bool Has(DamageKinds kind) => Strength > 0 && (Kinds & kind) != 0;
}
