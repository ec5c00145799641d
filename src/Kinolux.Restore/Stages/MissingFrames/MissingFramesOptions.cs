namespace Kinolux.Restore.Stages.MissingFrames;

/// <summary>Options of <see cref="MissingFrames"/>.</summary>
public sealed record MissingFramesOptions : StageOptions;
