using Kinolux.Restore.Stages;

namespace Kinolux.Restore.Motion;

/// <summary>How much work goes into one flow.</summary>
/// <param name="Finest">The finest pyramid level that is searched: 0 is full size, 1 half, 2 a quarter. The field's step is 2 &lt;&lt; Finest.</param>
/// <param name="Iterations">Most Gauss-Newton steps for each patch and pass.</param>
internal sealed record FlowSettings(int Finest, int Iterations)
{
    public int Step => 2 << Finest;

    public static FlowSettings For(Quality quality) => quality switch
    {
        Quality.Fast => new(2, 8),
        Quality.Balanced => new(1, 10),
        _ => new(0, 12),
    };
}
