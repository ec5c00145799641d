namespace Kinolux.Previs.Shots;

/// <summary>How much of somebody a picture shows, as crews say it.</summary>
public enum ShotSize
{
    /// <summary>ECU: the face, brow to chin.</summary>
    ExtremeCloseUp,

    /// <summary>CU: the head and the collar.</summary>
    CloseUp,

    /// <summary>MCU: to the chest.</summary>
    MediumCloseUp,

    /// <summary>MS: to the waist.</summary>
    MediumShot,

    /// <summary>MLS: to the knees.</summary>
    MediumLongShot,

    /// <summary>LS: head to foot.</summary>
    LongShot,

    /// <summary>ELS: the place, with people in it.</summary>
    ExtremeLongShot,
}
