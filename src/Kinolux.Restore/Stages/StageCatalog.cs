using Kinolux.Core.Review;

namespace Kinolux.Restore.Stages;

/// <summary>Every restoration stage; the order is the pipeline.</summary>
public static class StageCatalog
{
    public static IReadOnlyList<IRestorationStage> All { get; } =
    [
        new Stabilise.Stabilise(),
        new Deflicker.Deflicker(),
        new Despeckle.Despeckle(),
        new Scratches.Scratches(),
        new Stains.Stains(),
        new MissingFrames.MissingFrames(),
        new Degrain.Degrain(),
        new Regrain.Regrain(),
    ];

    /// <summary>What the stages propose and repair.</summary>
    public static IEnumerable<ProposalKind> Kinds => All.SelectMany(stage => stage.Info.Kinds.Select(kind => kind with { Generates = stage.Info.Generates }));

    /// <summary>The stage after which <see cref="MotionFields"/> reads its frames: everything up to it steadies the picture, everything after repairs it.</summary>
    public const string Steady = "deflicker";

    /// <summary>True for a stage up to <see cref="Steady"/>.</summary>
    public static bool Steadies(StageInfo stage) => Rank(stage.Id) <= Rank(Steady);

    private static int Rank(string id) => Array.FindIndex([.. All], stage => stage.Info.Id == id);
}
