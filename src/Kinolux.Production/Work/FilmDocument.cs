using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Production.Runs;

namespace Kinolux.Production.Work;

/// <summary>What a review must know of the film: how long it is, how large its pictures are, and its shots.</summary>
public sealed class FilmDocument
{
    private readonly Plan _plan;
    private readonly (int Width, int Height)? _size;

    private FilmDocument(Plan plan, (int Width, int Height)? size) => (_plan, _size) = (plan, size);

    /// <exception cref="FaultException">KX4102, KX2301: there is no plan, or it cannot be read.</exception>
    public static FilmDocument Of(WorkFolder work)
    {
        var plan = Plan.Read(work.PlanPath);
        // Plans of before they named it; where the survey is of another version too, any region passes.
        return new FilmDocument(plan, plan.Source is { Width: { } width, Height: { } height } ? (width, height)
            : FirstPass.OpenSurvey(work, plan.Source.Digest)?.Format is { } format ? (format.Width, format.Height)
            : null);
    }

    public FrameRange Frames => new(0, Math.Max(0, _plan.Source.Frames - 1));

    /// <summary>The number of the shot that a frame is in; 0 where it is in none.</summary>
    public int ShotAt(int frame) => _plan.Shots.FirstOrDefault(shot => shot.Shot.Frames.Contains(frame))?.Shot.Index ?? 0;

    /// <summary>The frames of a shot; null where there is none of that number.</summary>
    public FrameRange? Shot(int number) => _plan.Shots.FirstOrDefault(shot => shot.Shot.Index == number)?.Shot.Frames;

    /// <summary>True where a place of a frame is outside the printed frame: nothing there is taken for damage.</summary>
    public bool IsOutsidePrint(int frame, int x, int y) => _plan.IsOutside(frame, x, y);

    /// <exception cref="FaultException">KX1011: the film has no such frames; KX2202: the region is not in its pictures.</exception>
    public void Check(FrameRange frames, Box? region = null)
    {
        if (frames.Last > Frames.Last)
            throw FaultException.Of("KX1011", ("film", _plan.Source.Path), ("range", $"{frames}"), ("last", $"{Frames.Last}"));
        if (region is { } box && _size is var (width, height) && (box.X < 0 || box.Y < 0 || box.Width < 1 || box.Height < 1 || box.X > width - box.Width || box.Y > height - box.Height))
            throw FaultException.Of("KX2202", ("width", $"{width}"), ("height", $"{height}"));
    }
}
