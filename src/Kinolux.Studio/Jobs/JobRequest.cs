using Kinolux.Core.Time;
using Kinolux.Restore.Stages;

namespace Kinolux.Studio.Jobs;

/// <summary>A job that a person asks for.</summary>
/// <param name="Film">The film's id.</param>
/// <param name="Range">Restore only these frames; the output holds no others.</param>
/// <param name="Quality">Null for the plan's own.</param>
/// <param name="Fresh">Make everything again; decisions and wishes stay.</param>
/// <param name="Report">Write the report too.</param>
internal sealed record JobRequest(string Film, JobKind Kind, FrameRange? Range = null, Quality? Quality = null, bool Fresh = false, bool Report = false);
