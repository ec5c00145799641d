using Kinolux.Core.Time;

namespace Kinolux.Previs.Scenes;

/// <summary>A scene laid out: what all pictures, plans and sounds of it are made from.</summary>
/// <param name="Scene">The scene's lasting name.</param>
/// <param name="Number">As the script numbers it.</param>
/// <param name="Heading">As written.</param>
/// <param name="Rate">Frames a second.</param>
/// <param name="Time"><c>day</c>, <c>night</c> or <c>between</c>; empty where the heading does not say.</param>
public sealed record ScenePlan(string Scene, string Number, string Heading, Rational Rate, string Time, SetPlan Set, IReadOnlyList<LampPlan> Lamps, IReadOnlyList<PersonPlan> People, IReadOnlyList<Moment> Moments)
{
    public int Frames => Moments.Count == 0 ? 0 : Moments[^1].Frames.Last + 1;

    public Blocking Blocking() => new(People, Moments, Rate.ToDouble());
}
