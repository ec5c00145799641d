using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Kinolux.Restore.Stages.Despeckle;

/// <summary>Options of <see cref="Despeckle"/>.</summary>
public sealed record DespeckleOptions : StageOptions
{
    [Range(0.0, 1.0)]
    [Description("How faint a speck may be and still be looked at: 0 sees only the plainest dirt, 1 also what hardly stands out.")]
    public double Sensitivity { get; init; } = 0.5;

    [Range(0.1, 100.0)]
    [Description("How large dirt may be: the diameter of a disc as large, in percent of the picture's width. What is larger is left alone.")]
    public double MaxSize { get; init; } = 60;

    [Description("Repair the colour planes too, where the dirt has damaged them.")]
    public bool Chroma { get; init; } = true;

    [Description("Whether a neural network judges what may be dirt: auto where one was measured to be better and the quality is best, never, or always.")]
    public ModelUse Model { get; init; }
}
