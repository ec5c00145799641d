using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restore.Stages;

namespace Kinolux.Restoration.Plans;

/// <summary>What a person asks of a restoration, as the command line or the studio puts it.</summary>
public sealed record RestoreRequest
{
    /// <summary>A file or a pattern such as <c>frames/%06d.dpx</c>.</summary>
    public required string Film { get; init; }

    /// <summary>Frames a second of an image sequence.</summary>
    public Rational? Rate { get; init; }

    /// <summary>Where the restored film goes; null to analyse only.</summary>
    public string? Output { get; init; }

    /// <summary>The work folder.</summary>
    public required string Work { get; init; }

    /// <summary>A plan to apply instead of the work folder's own.</summary>
    public string? PlanFile { get; init; }

    /// <summary>Run these stages and no others; empty for the plan's choice.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    public IReadOnlyList<string> Skip { get; init; } = [];

    /// <summary>Such as <c>despeckle.max-size=24</c>; setting an option of a stage that is off turns it on.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>Null for the plan's own, which is balanced unless someone said otherwise.</summary>
    public Quality? Quality { get; init; }

    /// <summary>Restore only these frames; the output holds no others.</summary>
    public FrameRange? Range { get; init; }

    /// <summary>Chunks at work at a time; 0 for one per core.</summary>
    public int Jobs { get; init; }

    /// <summary>Folder of the report; null for none.</summary>
    public string? Report { get; init; }

    /// <summary>Make everything again; decisions and wishes stay.</summary>
    public bool Fresh { get; init; }

    /// <summary>Replace an output that exists.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Keep the source in the work folder too, so that <c>verify --restore-original</c> gives it back without it.</summary>
    public bool KeepOriginal { get; init; }

    /// <summary>Decides from now on where nobody did; null for the work's own, which is the standard one unless someone said otherwise.</summary>
    public Policy? Policy { get; init; }

    /// <summary>Stop after the plan is made.</summary>
    public bool DryRun { get; init; }

    /// <summary>Who asks; shown in the report as the one who decides next.</summary>
    public string Person { get; init; } = "";
}
