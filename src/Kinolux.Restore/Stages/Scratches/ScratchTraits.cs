using System.Runtime.CompilerServices;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>What a line is judged by. The order is that of the weights in <see cref="ScratchJudge"/>.</summary>
[InlineArray(Count)]
internal struct ScratchTraits
{
    public const int Count = 10;

    // Beyond this many samples apart is apart.
    private const float Far = 8;

    private float _first;

    public static IReadOnlyList<string> Names { get; } =
        ["score", "height", "found along the film", "film against scene", "film against scene, up to a half", "apart", "wiggle", "texture around", "uneven", "drift"];

    public static ScratchTraits Of(LineMap here, LinePath line, LineTrack track)
    {
        float contrast = 0, squares = 0, texture = 0, wiggle = 0;
        for (var k = 0; k < line.X.Length; k++)
        {
            var (x, band) = (line.X[k], line.First + k);
            var response = (float)Math.Max(0, line.Sign * here.At(band, x));
            contrast += response;
            squares += response * response;
            texture += here.Scale[band * here.Width + x];
            wiggle += k > 0 && x != line.X[k - 1] ? 1 : 0;
        }
        var count = line.X.Length;
        contrast /= count;
        var traits = default(ScratchTraits);
        traits[0] = MathF.Log(line.Score / 15);
        traits[1] = (float)count / here.Bands * 2 - 1;
        traits[2] = track.Film;
        traits[3] = track.Against;
        traits[4] = Math.Min(0.5f, track.Against);
        traits[5] = MathF.Log(1 + Math.Min(Far, track.Apart));
        traits[6] = wiggle / count * 4 - 1;
        traits[7] = MathF.Log((texture / count + 64) / (2 * 257));
        traits[8] = MathF.Sqrt(Math.Max(0, squares / count - contrast * contrast)) / (contrast + 1) * 2 - 1;
        traits[9] = MathF.Log(1 + track.Drift);
        return traits;
    }
}
