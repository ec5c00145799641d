using Kinolux.Production.Work;
using Kinolux.Restore.Stages;

namespace Kinolux.Studio.Pictures;

/// <summary>Settings to try on one frame.</summary>
/// <param name="Stages">Those that differ from the plan.</param>
internal sealed record NewPreview(int Frame, Quality? Quality = null, IReadOnlyList<PlanStage>? Stages = null);
