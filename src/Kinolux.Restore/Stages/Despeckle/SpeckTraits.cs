using System.Runtime.CompilerServices;

namespace Kinolux.Restore.Stages.Despeckle;

/// <summary>What a candidate is judged by. All are made to lie around -3 to 3; the order is that of the weights in <see cref="SpeckJudge"/>.</summary>
[InlineArray(Count)]
internal struct SpeckTraits
{
    public const int Count = 17;

    private float _first;

    public static IReadOnlyList<string> Names { get; } =
    [
        "area", "contrast", "contrast over surroundings' mismatch", "one-sidedness", "both sides agree", "support at two frames", "flies on",
        "sharp edge", "texture around", "motion", "uneven motion", "mismatch around", "crowd", "peak", "diffuse", "one side only", "swarm",
    ];
}
