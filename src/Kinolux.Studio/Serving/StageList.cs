using Kinolux.Restore.Stages;

namespace Kinolux.Studio.Serving;

/// <summary>The restoration stages in pipeline order.</summary>
internal sealed record StageList(IReadOnlyList<StageDescription> Stages);
