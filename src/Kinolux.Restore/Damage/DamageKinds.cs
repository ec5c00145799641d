namespace Kinolux.Restore.Damage;

/// <summary>Kinds of damage that can be made. <see cref="DamageWords"/> gives the words of the command line.</summary>
[Flags]
public enum DamageKinds
{
    None = 0,

    /// <summary>Film grain: a little correlated, strongest in the mid greys.</summary>
    Grain = 1,

    /// <summary>White Gaussian noise of equal strength everywhere: what denoisers are measured on.</summary>
    WhiteNoise = 2,
    Stains = 4,
    Scratches = 8,
    Dirt = 16,
    Weave = 32,

    /// <summary>One gain and one offset per frame.</summary>
    GlobalFlicker = 64,

    /// <summary>Gain and offset that vary smoothly over the picture.</summary>
    LocalFlicker = 128,

    /// <summary>Frames repeated, black or destroyed in place.</summary>
    Missing = 256,
}
