using System.Runtime.CompilerServices;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>What a line is judged by. The order is that of the weights in <see cref="ScratchJudge"/>.</summary>
[InlineArray(Count)]
internal struct ScratchTraits
{
    public const int Count = 14;

    private float _first;

    public static IReadOnlyList<string> Names { get; } =
        ["score", "height", "contrast", "goes with the scene", "stays with the film", "scene moves", "goes with the moving scene", "uneven", "texture around", "wiggle", "goes with the scene for long", "stays with the film for long",
            "changes against the scene", "changes against the scene for long"];

    /// <summary>True where the line goes unchanged where the scene goes: so does a pole, a fold and the frame of a title.</summary>
    public readonly bool CannotBeTold => Math.Max(this[12], this[13]) < LeastChange;

    // Poles and panelling on real films stay below it but for one in ten, scratches exceed it but for one in ten.
    public const float LeastChange = 0.25f;

    /// <param name="line">In <paramref name="here"/>.</param>
    /// <param name="near">The frames next to it.</param>
    /// <param name="far">Frames farther away: what moves little from frame to frame still moves in a while.</param>
    public static ScratchTraits Of(LineMap here, LinePath line, IReadOnlyList<SceneMotion> near, IReadOnlyList<SceneMotion> far)
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
        var soon = Company(line, near, contrast, 3);
        var later = Company(line, far, contrast, 5);
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
        traits[12] = Change(here, line, near);
        traits[13] = Change(here, line, far);
        return traits;
    }

    // The least that any side shows: what passes in front on one side changes a pole too.
    private static float Change(LineMap here, LinePath line, IReadOnlyList<SceneMotion> others) =>
        others.Count == 0 ? 0 : others.Min(other => LineChange.Of(here, line, other));

    // Which share of the line other frames show where the scene went, and where the film is; and how far the scene moved, in samples.
    private static (float Scene, float Film, float Motion) Company(LinePath line, IReadOnlyList<SceneMotion> others, float contrast, int reach)
    {
        if (others.Count == 0)
            return (0.7f, 0.7f, 0);
        float scene = 0, film = 0, motion = 0;
        for (var k = 0; k < line.X.Length; k++)
            foreach (var other in others)
            {
                var (x, band) = (line.X[k], line.First + k);
                var move = other.At(band, x);
                scene += Strongest(other.Map, line.Sign, x + (move.U + 8 >> 4), band + (move.V + 64 >> 7), 1);
                film += Strongest(other.Map, line.Sign, x, band, reach);
                motion += Math.Abs(move.U) / 16f;
            }
        var total = Math.Max(1, contrast) * others.Count;
        return (Math.Min(1.5f, scene / total), Math.Min(1.5f, film / total), motion / (line.X.Length * others.Count));
    }

    private static int Strongest(LineMap map, int sign, int x, int band, int reach)
    {
        var most = 0;
        for (var u = x - reach; u <= x + reach; u++)
            most = Math.Max(most, sign * map.At(Math.Clamp(band, 0, map.Bands - 1), u));
        return most;
    }
}
