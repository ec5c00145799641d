using Kinolux.Restore.Stages.Donors;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>The lines of one frame, each judged by where it goes in the frames around.</summary>
internal sealed class LineLook
{
    /// <summary>Frames on each side in which a line is followed: what moves little from frame to frame still moves in a while.</summary>
    public const int Reach = 8;

    // Frames on each side of which the nearest that moved enough shows what is the scene's own.
    private const int SceneReach = 4;

    private readonly SceneMotion[] _others;

    /// <param name="map">The lines of the frame that is so far from the window's own.</param>
    public LineLook(FrameWindow window, Func<FrameWindow, int, LineMap> map, StageScope scope)
    {
        var options = scope.OptionsAs<ScratchesOptions>();
        var (here, guide) = (map(window, 0), window.Current.Guide);
        var (before, after) = (Side(-Reach), Side(Reach));
        _others = [.. before, .. after];
        var company = new SceneLines([.. before.Take(SceneReach)], [.. after.Take(SceneReach)]);
        var faint = (float)Math.Pow(3, 0.5 - options.Sensitivity);
        var finder = new LineFinder(here, company.TakenFrom(here, scope.Rows), (int)(faint * 1.2f * 257 + scope.Shot.At(window.Number).Noise * 0.3f));
        Lines = finder.Find(Math.Max(5, (float)(options.MinLength * here.Bands)) * faint).ConvertAll(line =>
        {
            var track = LineTrack.Of(here, line, before, after);
            return new JudgedLine(line, LineSurroundings.KindOf(guide, here, line), track, ScratchTraits.Of(here, line, track), SceneMoves(window.Number, line, scope));
        });

        // Frames earlier or later, nearest first.
        List<SceneMotion> Side(int farthest)
        {
            var side = new List<SceneMotion>();
            for (var neighbour = Neighbourhood.Far(window, farthest, scope); neighbour is not null; neighbour = neighbour.Via)
                side.Insert(0, new SceneMotion(neighbour, map(window, neighbour.Offset)));
            return side;
        }
    }

    public List<JudgedLine> Lines { get; }

    // Whether the first pass saw the whole picture go past a line, by more than weave moves it, in the earlier and in the later frames.
    private static bool SceneMoves(int number, LinePath line, StageScope scope)
    {
        const double past = 6;
        var shot = scope.Shot.Shot.Frames;
        var aside = line.X.Average() - scope.Shot.Format.Width / 2.0;
        double Way(int first, int last)
        {
            var way = 0.0;
            for (var frame = Math.Max(shot.First + 1, first); frame <= Math.Min(shot.Last, last); frame++)
                way += scope.Shot.At(frame).Motion is var motion ? motion.X + motion.Zoom * aside : 0;
            return Math.Abs(way);
        }
        // Where a shot begins or ends there is one side only.
        var (earlier, later) = (Way(number - Reach + 1, number), Way(number + 1, number + Reach));
        return Math.Min(number - shot.First < Reach ? later : earlier, shot.Last - number < Reach ? earlier : later) >= past;
    }

    /// <summary>How far the scene beside a place goes aside in the frames around, at most; in 1/16 samples.</summary>
    public int Moves(int band, int x) => _others.Max(other => Math.Abs(other.At(band, x).U));
}
