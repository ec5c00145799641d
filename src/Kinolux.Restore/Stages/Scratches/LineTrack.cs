using Kinolux.Restore.Stages.Donors;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>
/// Where a line goes: followed from frame to frame along the film, and sought where the scene went. Only where both places are apart can anyone tell a scratch from a pole.
/// The scene is what moves beside the line, and also what most of the picture does: a pole before passing people stands as the houses stand.
/// </summary>
/// <param name="Film">Share of the line found again along the film, mean of the frames around; 0 to 1.</param>
/// <param name="Against">How much more of it the film shows than the scene, mean of the frames around: 0 where nobody can tell, 1 for a scratch, below 0 for a pole.</param>
/// <param name="Least">The same of the side, earlier or later frames, that shows less: what passes before a pole hides it on one side.</param>
/// <param name="Nearby">As <paramref name="Film"/>, of the nearest frames alone.</param>
/// <param name="Apart">How far apart both places are, in samples: root of the mean square over the frames around, as far as the line was found there.</param>
/// <param name="Drift">How far from its place here the film has it in the frames around, at most, in samples.</param>
internal readonly record struct LineTrack(float Film, float Against, float Least, float Nearby, float Apart, float Drift)
{
    // How far a line wanders along the film from one frame to the next, in samples.
    private const int Step = 2;

    // What texture alone is found to be of a line.
    private const float Chance = 0.2f;

    /// <param name="line">In <paramref name="here"/>.</param>
    /// <param name="before">Earlier frames, nearest first.</param>
    /// <param name="after">Later frames, nearest first.</param>
    public static LineTrack Of(LineMap here, LinePath line, IReadOnlyList<SceneMotion> before, IReadOnlyList<SceneMotion> after)
    {
        var (own, begin) = Follow(line, here, 0, 0);
        var count = before.Count + after.Count;
        // What only the taking off of the scene's own made is in no picture.
        if (own <= 0 || count == 0 || !Answers(here, line))
            return default;
        float film = 0, scene = 0, near = 0, apart = 0, found = 0, drift = 0, least = 1;
        foreach (var side in (ReadOnlySpan<IReadOnlyList<SceneMotion>>)[before, after])
        {
            var (aside, earlier) = (begin, film - scene);
            for (var i = 0; i < side.Count; i++)
            {
                var other = side[i];
                (var sum, aside) = Follow(line, other.Map, (int)MathF.Round(aside), Step * here.Half);
                var (beside, besideAt) = Seek(line, other, other.At);
                var (whole, wholeAt) = Seek(line, other, other.WholeAt);
                var share = Share(sum);
                drift = Math.Max(drift, Math.Abs(aside - begin));
                film += share;
                near += i < LineScene.Frames ? share : 0;
                scene += Math.Max(Share(beside), Share(whole));
                var off = Math.Min(Math.Abs(besideAt - aside + begin), Math.Abs(wholeAt - aside + begin));
                apart += Math.Max(0, share - Chance) * off * off;
                found += Math.Max(0, share - Chance);
            }
            least = side.Count == 0 ? least : Math.Min(least, (film - scene - earlier) / side.Count);
        }
        return new LineTrack(film / count, (film - scene) / count, least, near / (Math.Min(LineScene.Frames, before.Count) + Math.Min(LineScene.Frames, after.Count)), found > 0 ? MathF.Sqrt(apart / found) : 0, drift);

        float Share(float sum) => Math.Clamp(sum / own, 0, 1);
    }

    // Whether the picture itself has most of a line.
    private static bool Answers(LineMap here, LinePath line)
    {
        var count = 0;
        for (var k = 0; k < line.X.Length; k++)
            count += line.Sign * here.At(line.First + k, line.X[k]) > 0 ? 1 : 0;
        return 2 * count > line.X.Length;
    }

    // The place aside at which most of the line is found, to a fraction of a sample.
    private static (float Found, float Aside) Follow(LinePath line, LineMap other, int near, int reach)
    {
        var (most, best) = (float.MinValue, near);
        for (var step = 0; step <= 2 * reach; step++)
        {
            // Nearest first: of two alike the nearer is it.
            var aside = near + (step % 2 == 0 ? -step / 2 : (step + 1) / 2);
            var sum = At(line, other, aside);
            if (sum > most)
                (most, best) = (sum, aside);
        }
        var (left, right) = (At(line, other, best - 1), At(line, other, best + 1));
        var bend = left - 2 * most + right;
        var part = bend < 0 ? Math.Clamp((left - right) / 2 / bend, -0.5f, 0.5f) : 0;
        return (most - (left - right) * part / 4, best + part);
    }

    private static float At(LinePath line, LineMap other, int aside)
    {
        var sum = 0f;
        for (var k = 0; k < line.X.Length; k++)
            sum += line.Sign * other.At(line.First + k, line.X[k] + aside);
        return sum;
    }

    // What is found where the scene went, and how far aside that is.
    private static (float Found, float Aside) Seek(LinePath line, SceneMotion other, Func<int, int, Displacement> motion)
    {
        var (sum, aside) = (0f, 0f);
        for (var k = 0; k < line.X.Length; k++)
        {
            var move = motion(line.First + k, line.X[k]);
            sum += line.Sign * other.Response(line.First + k, line.X[k], move);
            aside += move.U / 16f;
        }
        return (sum, aside / line.X.Length);
    }
}
