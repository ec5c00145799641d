using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Time;
using Kinolux.Previs.Cameras;
using Kinolux.Previs.Scenes;
using Kinolux.Previs.Shots;
using Kinolux.Script.Files;
using Kinolux.Script.Identity;
using Kinolux.Script.People;

namespace Kinolux.Previs.Works;

/// <summary>Lays out and cuts the scenes of a script.</summary>
public static class ScriptScenes
{
    /// <param name="scenes">Which, counted from 1; null for all.</param>
    /// <param name="identity">The lasting names of its scenes and elements.</param>
    /// <param name="length">How many frames somebody takes to say something; an estimate where it is null.</param>
    /// <exception cref="FaultException">KX1530: it has no scene heading; KX1531: it has no such scenes.</exception>
    public static IReadOnlyList<CutScene> Of(ScriptFile file, (int First, int Last)? scenes, ScriptIdentity identity, Rational rate, FilmBack back, Func<string, string, int>? length = null, CancellationToken cancel = default)
    {
        var script = file.Script;
        if (script.Scenes.Count == 0)
            throw FaultException.Of("KX1530", ("file", file.Path));
        var (first, last) = scenes ?? (1, script.Scenes.Count);
        if (first < 1 || last < first || first > script.Scenes.Count)
            throw FaultException.Of("KX1531", ("file", file.Path), ("scenes", string.Create(CultureInfo.InvariantCulture, $"{first}-{last}")), ("count", $"{script.Scenes.Count}"));
        var names = identity.Follow(script).Names;
        var cast = Cast.Of(script);
        return [.. script.Scenes.Skip(first - 1).Take(last - first + 1).AsParallel().AsOrdered().WithCancellation(cancel).Select(scene =>
        {
            var plan = SceneLayout.Of(cast, scene, names[scene.First], names, rate, length);
            return new CutScene(plan, ShotChoice.Of(plan, back), back);
        })];
    }
}
