namespace Kinolux.Restore.Damage;

/// <summary>
/// What a piece of dirt is, in the classes of the annotated film scans of Ivanova, Williamson and Henderson (Simulating Analogue Film Damage to Analyse and Improve
/// Artefact Restoration on High-resolution Scans, 2023), with two that are larger and rarer.
/// </summary>
public enum DirtShape
{
    Dust,
    Dirt,
    ShortHair,
    LongHair,

    /// <summary>A short, straight scrape; line scratches through many frames are <see cref="ScratchLine"/>s.</summary>
    Scrape,

    /// <summary>A splash, a chip or a fingerprint's part.</summary>
    Blotch,

    /// <summary>A ragged, half transparent spot of mold.</summary>
    Mold,
}
