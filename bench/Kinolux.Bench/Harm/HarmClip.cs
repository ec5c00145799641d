namespace Kinolux.Bench.Harm;

/// <summary>A clip without damage that shows something restoration has taken for damage.</summary>
/// <param name="Meant">What it is that must stay.</param>
/// <param name="Grain">Deviation, in 8-bit levels.</param>
/// <param name="Draw">The frames, given the clean scenes by name.</param>
/// <param name="Without">The same frames without the thing; null where it cannot be taken out.</param>
internal sealed record HarmClip(string Name, string Meant, float Grain, Func<Scenes, Canvas[]> Draw, Func<Scenes, Canvas[]>? Without = null);
