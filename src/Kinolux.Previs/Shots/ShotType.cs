namespace Kinolux.Previs.Shots;

/// <summary>What a shot is for.</summary>
public enum ShotType
{
    /// <summary>All of the scene: where it plays and who stands where.</summary>
    Master,

    /// <summary>Two people, both seen alike.</summary>
    TwoShot,

    /// <summary>One person, over the shoulder of whom they have to do with.</summary>
    OverShoulder,

    /// <summary>One person alone.</summary>
    Single,
}
