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
        Ground = new LineGround(guide, before, after, here.Half);
        var company = new SceneLines([.. before.Take(SceneReach)], [.. after.Take(SceneReach)]);
        var faint = (float)Math.Pow(3, 0.5 - options.Sensitivity);
        var finder = new LineFinder(here, company.TakenFrom(here, scope.Rows), (int)(faint * 1.2f * 257 + scope.Shot.At(window.Number).Noise * 0.3f));
        var jumps = LineScene.LightJumps(window.Number, scope);
        Lines = finder.Find(Math.Max(5, (float)(options.MinLength * here.Bands)) * faint).ConvertAll(line =>
        {
            var track = LineTrack.Of(here, line, before, after);
            var claim = jumps ? SceneClaim.LightJumps
                : LineScene.Stands(window.Number, line, scope) ? SceneClaim.Stands
                : track.Against > 0 && LineScene.Passes(here, line, before, after, track.Nearby) ? SceneClaim.Passes : SceneClaim.None;
            return new JudgedLine(line, LineSurroundings.KindOf(guide, here, line), track, ScratchTraits.Of(here, line, track), LineScene.Moves(window.Number, line, scope), LineScene.Goes(window.Number, line, scope), claim);
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

    /// <summary>What the frame would show without them.</summary>
    public LineGround Ground { get; }

    /// <summary>How far the scene beside a place goes aside in the frames around, at most; in 1/16 samples.</summary>
    public int Moves(int band, int x) => _others.Max(other => Math.Abs(other.At(band, x).U));
}
