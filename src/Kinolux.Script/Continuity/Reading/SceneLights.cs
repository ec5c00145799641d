using Kinolux.Script.Model;

namespace Kinolux.Script.Continuity.Reading;

/// <summary>The light of each scene: what its heading says, or that of the scene that it goes on from.</summary>
internal static class SceneLights
{
    /// <returns>For each scene its light, and the scene whose heading says it; -1 where none does.</returns>
    public static IReadOnlyList<(Light Light, int Scene)> Of(LintedScript script)
    {
        List<(Light Light, int Scene)> lights = new(script.Scenes.Count);
        for (var i = 0; i < script.Scenes.Count; i++)
            lights.Add(script.Scenes[i].Time.Light != Light.Unknown ? (script.Scenes[i].Time.Light, i)
                : i > 0 && script.Scenes[i].Time.Link is TimeLink.Continuous or TimeLink.Soon or TimeLink.Same && script.Scenes[i].IsApart == script.Scenes[i - 1].IsApart ? lights[^1] : (Light.Unknown, -1));
        return lights;
    }
}
