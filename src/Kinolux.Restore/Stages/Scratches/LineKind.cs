namespace Kinolux.Restore.Stages.Scratches;

/// <summary>What a line may be by what is around it.</summary>
internal enum LineKind
{
    /// <summary>As narrow as a scratch, with picture on both sides.</summary>
    Narrow,

    /// <summary>Broader than a scratch, as the middle of a pole is.</summary>
    Broad,

    /// <summary>The rim of the printed frame, which wanders with the film as a scratch does, or of something dark or bright that stands before a scene that moves.</summary>
    Rim,
}
