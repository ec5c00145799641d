namespace Kinolux.Restore.Stages.Scratches;

/// <summary>Whether a line is the scene's whatever the film shows of it: in a shot that stands, where the light jumps, and what passes with something nearer than the background.</summary>
internal static class LineScene
{
    // What the whole picture goes aside before it counts as moving, in samples: half of a picture that sways by itself stays below it, but looks as if the picture grew by more at its sides.
    private const double Moved = 1.3;
    private const double Grown = 4;

    // What the whole picture goes in so many frames, in samples, before a scratch and what is in the scene are apart for sure.
    private const double Gone = 3;
    private const int Long = 24;

    // The light jumps where a frame is brighter by so much than the one beside it, in shares; what is black has no say.
    private const float Jump = 1.5f;
    private const float Black = 4 * 257;

    // Frames on each side in which what passes is sought: it goes evenly for so long.
    private const int Near = 2;

    // What passes goes farther in a frame than a line wanders along the film, and by less than an eighth of the picture; per half a line's width.
    private const float Slowest = 2.5f;
    private const int Fastest = 8;

    /// <summary>True where the first pass saw the picture stand beside a line, earlier and later.</summary>
    public static bool Stands(int number, LinePath line, StageScope scope)
    {
        var aside = Ways(number, line, scope, growth: false);
        var grown = Ways(number, line, scope, growth: true);
        return Math.Max(aside.Earlier, aside.Later) < Moved && Math.Max(grown.Earlier, grown.Later) < Grown;
    }

    /// <summary>True where the first pass saw the whole picture go past a line, by more than weave moves it, in the earlier and in the later frames.</summary>
    public static bool Moves(int number, LinePath line, StageScope scope)
    {
        const double past = 6;
        var shot = scope.Shot.Shot.Frames;
        var (earlier, later) = Ways(number, line, scope, growth: true);
        // Where a shot begins or ends there is one side only.
        return Math.Min(number - shot.First < LineLook.Reach ? later : earlier, shot.Last - number < LineLook.Reach ? earlier : later) >= past;
    }

    /// <summary>True where the first pass saw the whole picture leave a line's place by <see cref="Gone"/> samples or more, in the earlier or in the later frames: a slow shot takes more frames for it than a line is followed in.</summary>
    public static bool Goes(int number, LinePath line, StageScope scope)
    {
        var shot = scope.Shot.Shot.Frames;
        var off = line.X.Average() - scope.Shot.Format.Width / 2.0;
        foreach (var sign in (ReadOnlySpan<int>)[-1, 1])
        {
            var way = 0.0;
            for (var frame = number; frame != number + sign * Long; frame += sign)
            {
                // What the survey says of a frame is how it differs from the one before.
                var later = sign > 0 ? frame + 1 : frame;
                if (later <= shot.First || later > shot.Last)
                    break;
                var motion = scope.Shot.At(later).Motion;
                way += sign * (motion.X + motion.Zoom * (off + way));
                if (Math.Abs(way) >= Gone)
                    return true;
            }
        }
        return false;
    }

    /// <summary>True where the light jumps within the frames around: what looks like a line in one light is none in another.</summary>
    public static bool LightJumps(int number, StageScope scope)
    {
        var shot = scope.Shot.Shot.Frames;
        for (var frame = Math.Max(shot.First, number - LineLook.Reach) + 1; frame <= Math.Min(shot.Last, number + LineLook.Reach); frame++)
        {
            var (a, b) = (scope.Shot.At(frame - 1).Mean + Black, scope.Shot.At(frame).Mean + Black);
            if (Math.Max(a, b) > Jump * Math.Min(a, b))
                return true;
        }
        return false;
    }

    /// <summary>True where the nearest frames have a line at least as well where an even, quick motion takes it as in its place on the screen: one of many poles that pass comes where another was, but not in the next frame.</summary>
    public static bool Passes(LineMap here, LinePath line, IReadOnlyList<SceneMotion> before, IReadOnlyList<SceneMotion> after, float nearby)
    {
        var own = Sum(line, here, 0);
        var most = here.Width / (float)Fastest;
        for (var speed = Slowest * here.Half; speed <= most; speed += here.Half / 2f)
            foreach (var way in (ReadOnlySpan<float>)[speed, -speed])
            {
                var (found, count) = (0f, 0);
                for (var k = 0; k < Near; k++)
                {
                    Add(before, k, -way);
                    Add(after, k, way);
                }
                if (count >= Near && found >= nearby * count)
                    return true;

                void Add(IReadOnlyList<SceneMotion> side, int k, float step)
                {
                    var aside = step * (k + 1);
                    if (k >= side.Count || line.X[0] + aside < 0 || line.X[0] + aside >= here.Width)
                        return;
                    found += Math.Clamp(Sum(line, side[k].Map, aside) / own, 0, 1);
                    count++;
                }
            }
        return false;
    }

    /// <summary>Frames on each side that <see cref="Passes"/> looks at.</summary>
    public static int Frames => Near;

    private static float Sum(LinePath line, LineMap map, float aside)
    {
        var left = (int)MathF.Floor(aside);
        var (part, sum) = (aside - left, 0f);
        for (var k = 0; k < line.X.Length; k++)
            sum += line.Sign * (map.At(line.First + k, line.X[k] + left) * (1 - part) + map.At(line.First + k, line.X[k] + left + 1) * part);
        return sum;
    }

    private static (double Earlier, double Later) Ways(int number, LinePath line, StageScope scope, bool growth)
    {
        var shot = scope.Shot.Shot.Frames;
        var aside = growth ? line.X.Average() - scope.Shot.Format.Width / 2.0 : 0;
        double Way(int first, int last)
        {
            var way = 0.0;
            for (var frame = Math.Max(shot.First + 1, first); frame <= Math.Min(shot.Last, last); frame++)
                way += scope.Shot.At(frame).Motion is var motion ? motion.X + motion.Zoom * aside : 0;
            return Math.Abs(way);
        }
        return (Way(number - LineLook.Reach + 1, number), Way(number + 1, number + LineLook.Reach));
    }
}
