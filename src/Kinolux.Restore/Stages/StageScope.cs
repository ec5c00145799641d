using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Review;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages;

/// <summary>All that a stage may use while it works on a chunk.</summary>
public sealed record StageScope
{
    public required ShotSurvey Shot { get; init; }

    public required StageOptions Options { get; init; }

    public required Quality Quality { get; init; }

    public required FramePool Pool { get; init; }

    public required RowRunner Rows { get; init; }

    /// <summary>Dense motion between the shot's stabilised, deflickered frames, computed once and shared by all stages. Stages before that point must not use it.</summary>
    public required MotionFields Motion { get; init; }

    /// <summary>The stage's shot-level proposals (what its Plan made, and people's edits of them), decided.</summary>
    public required IReadOnlyList<Decided> Planned { get; init; }

    /// <summary>People's own wishes of this stage's kinds: regions that the machine missed. They count as accepted.</summary>
    public required IReadOnlyList<Proposal> Wishes { get; init; }

    /// <summary>What was found in the only frame that the stage works on, of its own kinds, so that it looks for nothing; null where it looks itself.</summary>
    public IReadOnlyList<Proposal>? Known { get; init; }

    /// <summary>Records what was found in the frame at work and says whether to apply it.</summary>
    public required Func<Proposal, Decided> Decide { get; init; }

    /// <summary>Where the picture is in the frames that the stage sees; null where it is everywhere.</summary>
    public PrintedFrame? Printed { get; init; }

    public CancellationToken Cancel { get; init; }

    /// <summary>What the survey says of each of the shot's frames.</summary>
    internal FrameState[] States => _states ??= FrameStates.Of(Shot.Frames);

    private FrameState[]? _states;

    public T OptionsAs<T>() where T : StageOptions => (T)Options;
}
