namespace Kinolux.Restore.Damage;

/// <summary>All that is done to one frame: the truth. Places are in luma samples of the clean picture, before weave moves it.</summary>
/// <param name="GrainSigma">Deviation of the grain in the mid greys, in levels of 255.</param>
/// <param name="WhiteSigma">Deviation of white noise, in levels of 255.</param>
public sealed record FrameDamage(
    int Frame,
    FrameLoss Loss,
    float GrainSigma,
    float WhiteSigma,
    IReadOnlyList<Stain> Stains,
    IReadOnlyList<ScratchLine> Scratches,
    IReadOnlyList<DirtParticle> Dirt,
    WeaveOffset Weave,
    FlickerState? Flicker)
{
    /// <summary>What is done to frame <paramref name="frame"/> of a film of <paramref name="frames"/> frames: a pure function.</summary>
    public static FrameDamage Plan(int frame, int frames, int width, int height, DamageOptions options) => new(
        frame,
        options.Has(DamageKinds.Missing) ? LossModel.At(frame, frames, options) : FrameLoss.None,
        options.Has(DamageKinds.Grain) ? 5 * (float)options.Strength : 0,
        options.Has(DamageKinds.WhiteNoise) ? 20 * (float)options.Strength : 0,
        options.Has(DamageKinds.Stains) ? StainModel.At(frame, width, height, options) : [],
        options.Has(DamageKinds.Scratches) ? ScratchModel.At(frame, width, options) : [],
        options.Has(DamageKinds.Dirt) ? DirtModel.At(frame, width, height, options) : [],
        options.Has(DamageKinds.Weave) ? WeaveOffset.At(frame, width, options) : default,
        options.Has(DamageKinds.GlobalFlicker | DamageKinds.LocalFlicker) ? FlickerState.At(frame, options) : null);
}
