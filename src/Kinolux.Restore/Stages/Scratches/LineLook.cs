using Kinolux.Restore.Stages.Donors;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>
/// The lines of one frame. At first each is judged by itself; then by what the frames around hold of their lines at its place of the film:
/// there a scratch runs on, while a pole has gone with the scene or is doubted as it is here.
/// </summary>
internal sealed class LineLook
{
    /// <summary>Frames on each side that a line is compared with, and that vouch for it.</summary>
    public const int Reach = 4;

    private readonly int _apart;
    private readonly List<JudgedLine> _lines;

    /// <param name="map">The lines of the frame that is so far from the window's own.</param>
    public LineLook(FrameWindow window, Func<FrameWindow, int, LineMap> map, StageScope scope)
    {
        var options = scope.OptionsAs<ScratchesOptions>();
        Around = Neighbourhood.Around(window, 0, 2, scope);
        var company = new SceneLines(Side(-Reach), Side(Reach));
        var (here, guide) = (map(window, 0), window.Current.Guide);
        var faint = (float)Math.Pow(3, 0.5 - options.Sensitivity);
        var finder = new LineFinder(here, company.TakenFrom(here, scope.Rows), (int)(faint * 1.2f * 257 + scope.Shot.At(window.Number).Noise * 0.3f));
        var (near, far) = (Near().ToList(), (List<SceneMotion>)[.. company.Before.TakeLast(1), .. company.After.TakeLast(1)]);
        _apart = 3 * here.Half;
        _lines = finder.Find(Math.Max(5, (float)(options.MinLength * here.Bands)) * faint)
            .ConvertAll(line => new JudgedLine(line, ScratchTraits.Of(here, line, near, far), LineSurroundings.KindOf(guide, here, line), null));

        // Frames earlier or later, nearest first.
        List<SceneMotion> Side(int farthest)
        {
            var side = new List<SceneMotion>();
            for (var neighbour = Neighbourhood.Far(window, farthest, scope); neighbour is not null; neighbour = neighbour.Via)
                side.Insert(0, new SceneMotion(neighbour, map(window, neighbour.Offset)));
            return side;
        }

        // The next frames that are no mere copies.
        IEnumerable<SceneMotion> Near()
        {
            if (Around.Before is { } before)
                yield return company.Before[-before.Offset - 1];
            if (Around.After is { } after)
                yield return company.After[after.Offset - 1];
        }
    }

    /// <summary>The next frames on each side; valid while they are in the asking stage's window.</summary>
    public Neighbourhood Around { get; }

    /// <summary>The lines, judged together with those of other frames.</summary>
    public List<JudgedLine> With(IReadOnlyList<LineLook> others) =>
        others.Count == 0 ? _lines : _lines.ConvertAll(line => line with { Support = others.Average(other => other.Support(line.Path)) });

    private float Support(LinePath line)
    {
        var most = 0.0;
        foreach (var own in _lines)
            if (own.Path.RunsOnIn(line, _apart) && !own.Waits)
                most = Math.Max(most, own.Confidence);
        return (float)most;
    }
}
