using Kinolux.Previs.Cameras;
using Kinolux.Previs.Scenes;
using Kinolux.Previs.Shots;

namespace Kinolux.Previs.Works;

/// <summary>A scene laid out and cut.</summary>
public sealed record CutScene(ScenePlan Plan, IReadOnlyList<Shot> Shots, FilmBack Back)
{
    /// <summary>What is wrong with the cut, or worth telling.</summary>
    public IReadOnlyList<ShotCheck> Checks => ShotChecks.Of(Plan, Shots, Back);
}
