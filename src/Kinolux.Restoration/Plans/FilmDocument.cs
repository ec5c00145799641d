using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restore.Survey;
using Kinolux.Work;
using Kinolux.Work.Review;

namespace Kinolux.Restoration.Plans;

/// <summary>A film as its review sees it: how long it is, how large its pictures are, and its shots.</summary>
public sealed class FilmDocument : WorkDocument
{
    private readonly Plan _plan;
    private readonly Lazy<AppliedPlan> _applied;
    private readonly (int Width, int Height)? _size;

    private FilmDocument(Plan plan, (int Width, int Height)? size)
    {
        (_plan, _size) = (plan, size);
        _applied = new(() => new AppliedPlan(plan));
        Parts = [.. plan.Shots.Select(shot => PartOf(shot.Shot.Index, shot.Shot.Frames))];
    }

    /// <exception cref="FaultException">KX4102, KX2301: there is no plan, or it cannot be read.</exception>
    public static FilmDocument Of(WorkFolder work)
    {
        var plan = Plan.Read(work.PlanPath);
        // Plans of before they named it; where the survey is of another version too, any region passes.
        return new FilmDocument(plan, plan.Source is { Width: { } width, Height: { } height } ? (width, height)
            : FilmSurvey.TryOpen(work.SurveyFile, plan.Source.Digest)?.Format is { } format ? (format.Width, format.Height)
            : null);
    }

    /// <summary>A shot as a part.</summary>
    public static Part PartOf(int shot, FrameRange frames) =>
        new(shot, shot.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"Shot {shot}"), new Extent(frames.First, frames.Last));

    /// <summary>What is said of every place outside the printed frame.</summary>
    internal const string Outside = "This place is outside the printed frame: nothing here is taken for dirt, scratch or stain.";

    public FrameRange Frames => new(0, Math.Max(0, _plan.Source.Frames - 1));

    public override string View => "film";

    public override IReadOnlyList<Part> Parts { get; }

    public override Place Whole => new FilmPlace(Frames);

    public override Place? PlaceOf(Part part) => new FilmPlace(new FrameRange((int)part.Extent.First, (int)part.Extent.Last));

    /// <exception cref="FaultException">KX1011: the film has no such frames; KX2202: the region is not in its pictures; KX2018: it is no place in a film.</exception>
    public override void Check(Place place)
    {
        if (place is not FilmPlace film)
            throw FaultException.Of("KX2018", ("place", place.Words));
        if (film.Frames.Last > Frames.Last)
            throw FaultException.Of("KX1011", ("film", _plan.Source.Path), ("range", $"{film.Frames}"), ("last", $"{Frames.Last}"));
        foreach (var box in (film.Track?.Select(step => step.Region) ?? []).Append(film.Region).OfType<RegionMask>().Select(region => region.Box))
            if (_size is var (width, height) && (box.X < 0 || box.Y < 0 || box.Width < 1 || box.Height < 1 || box.X > width - box.Width || box.Y > height - box.Height))
                throw FaultException.Of("KX2202", ("width", $"{width}"), ("height", $"{height}"));
    }

    /// <summary>A frame by number or timecode, alone or with a place in luma samples from the top left: <c>12</c>, <c>00:00:05:12</c>, <c>12,300,200</c>.</summary>
    /// <exception cref="FaultException">KX2018: it is neither.</exception>
    public override Place Parse(string words)
    {
        var parts = words.Split(',');
        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            if (i == 0 && _plan.Source.Rate is { IsPositive: true } rate && parts[0].Contains(':', StringComparison.Ordinal) && Timecode.TryParse(parts[0], rate, out var time) && time.Frame <= int.MaxValue)
                numbers[0] = (int)time.Frame;
            else if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                throw FaultException.Of("KX2018", ("place", words));
        return numbers switch
        {
            [var frame] => new FilmPlace(FrameRange.Single(frame)),
            [var frame, var x, var y] => new FilmPlace(FrameRange.Single(frame), RegionMask.Whole(new Box(x, y, 1, 1))),
            _ => throw FaultException.Of("KX2018", ("place", words)),
        };
    }

    public override OriginSaid? OriginAt(Place spot, IReadOnlyList<ProposalView> applied) =>
        spot is FilmPlace { Region.Box: var point, Frames: { Count: 1, First: var frame } } ? _applied.Value.At(applied, frame, point.X, point.Y) : null;

    public override string NothingThere => "Nothing was proposed here: the output has what the source has.";

    public override string? Remark(Place spot) =>
        spot is FilmPlace { Region.Box: var point } film && _plan.IsOutside(film.Frames.First, point.X, point.Y)
            ? Outside
            : null;
}
