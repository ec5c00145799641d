using System.Runtime.CompilerServices;
using Kinolux.Restore.Stages.Donors;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>What a line is judged by. The order is that of the weights in <see cref="ScratchJudge"/>.</summary>
[InlineArray(Count)]
internal struct ScratchTraits
{
    public const int Count = 12;

    private float _first;

    public static IReadOnlyList<string> Names { get; } =
        ["score", "height", "contrast", "goes with the scene", "stays with the film", "scene moves", "goes with the moving scene", "uneven", "texture around", "wiggle", "goes with the scene for long", "stays with the film for long"];

    /// <summary>True where a line that stands still lies in a scene that stands still: a scratch, a pole and the frame of a title look alike there.</summary>
    public readonly bool CannotBeTold => this[5] < MathF.Log(1 + StillMotion) && this[3] > (StillShare - 0.5f) * 3 && this[10] > (StillShare - 0.5f) * 3;

    // In samples over some frames, and as the share of the line that is found where the scene went.
    private const float StillMotion = 1;
    private const float StillShare = 0.8f;

    /// <param name="line">In <paramref name="here"/>.</param>
    /// <param name="near">The frames next to it with their line maps.</param>
    /// <param name="far">Frames farther away: what moves little from frame to frame still moves in a while.</param>
    public static ScratchTraits Of(LineMap here, LinePath line, IReadOnlyList<(Neighbour Neighbour, LineMap Map)> near, IReadOnlyList<(Neighbour Neighbour, LineMap Map)> far)
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
        var soon = Company(here, line, near, contrast, 3);
        var later = Company(here, line, far, contrast, 5);
        var count = line.X.Length;
        contrast /= count;
        var traits = default(ScratchTraits);
        traits[0] = MathF.Log(line.Score / 15);
        traits[1] = (float)count / here.Bands * 2 - 1;
        traits[2] = MathF.Log((contrast + 1) / (10 * 257));
        traits[3] = (soon.Scene - 0.5f) * 3;
        traits[4] = (soon.Film - 0.5f) * 3;
        traits[5] = MathF.Log(1 + later.Motion);
        traits[6] = (later.Scene - 0.5f) * 3 * Math.Min(1, later.Motion / 3);
        traits[7] = MathF.Sqrt(Math.Max(0, squares / count - contrast * contrast)) / (contrast + 1) * 2 - 1;
        traits[8] = MathF.Log((texture / count + 64) / (2 * 257));
        traits[9] = wiggle / count * 4 - 1;
        traits[10] = (later.Scene - 0.5f) * 3;
        traits[11] = (later.Film - 0.5f) * 3;
        return traits;
    }

    // Which share of the line other frames show where the scene went, and where the film is; and how far the scene moved, in samples.
    private static (float Scene, float Film, float Motion) Company(
        LineMap here, LinePath line, IReadOnlyList<(Neighbour Neighbour, LineMap Map)> others, float contrast, int reach)
    {
        if (others.Count == 0)
            return (0.7f, 0.7f, 0);
        float scene = 0, film = 0, motion = 0;
        for (var k = 0; k < line.X.Length; k++)
            foreach (var (neighbour, map) in others)
            {
                var (x, band) = (line.X[k], line.First + k);
                var move = Beside(neighbour, here, x, band);
                scene += Strongest(map, line.Sign, x + (move.U + 8 >> 4), band + (move.V + 64 >> 7), 1);
                film += Strongest(map, line.Sign, x, band, reach);
                motion += Math.Abs(move.U) / 16f;
            }
        var total = Math.Max(1, contrast) * others.Count;
        return (Math.Min(1.5f, scene / total), Math.Min(1.5f, film / total), motion / (line.X.Length * others.Count));
    }

    /// <summary>How the scene beside the line moves: the line itself may mislead motion estimation.</summary>
    public static Displacement Beside(Neighbour neighbour, LineMap map, int x, int band)
    {
        var y = band * LineMap.Band + LineMap.Band / 2;
        var left = neighbour.MotionAt(x - 8 * map.Half, y);
        var right = neighbour.MotionAt(x + 8 * map.Half, y);
        return new Displacement((left.U + right.U) / 2, (left.V + right.V) / 2);
    }

    private static int Strongest(LineMap map, int sign, int x, int band, int reach)
    {
        var most = 0;
        for (var u = x - reach; u <= x + reach; u++)
            most = Math.Max(most, sign * map.At(Math.Clamp(band, 0, map.Bands - 1), u));
        return most;
    }
}
