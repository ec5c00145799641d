namespace Kinolux.Restore.Damage;

/// <summary>What became of a frame that is lost in place.</summary>
public enum FrameLoss
{
    None,

    /// <summary>The frame before it is repeated.</summary>
    Repeated,
    Black,

    /// <summary>Most of the picture is gone.</summary>
    Destroyed,
}
