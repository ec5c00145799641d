using Kinolux.Core.Time;
using Kinolux.Restore.Stages;

namespace Kinolux.Restoration;

/// <summary>What is asked of the film engine beside the verb.</summary>
/// <param name="Range">Restore only these frames; the output holds no others.</param>
/// <param name="Quality">Null for the plan's own.</param>
/// <param name="Report">Write the report too, as <c>NAME.restored.report</c> beside the output.</param>
public sealed record FilmRequest(FrameRange? Range = null, Quality? Quality = null, bool Report = false);
