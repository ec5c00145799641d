namespace Kinolux.Script.StoryPrints;

/// <summary>A person in a scene of a StoryPrint.</summary>
/// <param name="Words">How many words the person says.</param>
/// <param name="Named">How often action names the person.</param>
/// <param name="Share">The person's share of the scene, 0 to 1.</param>
/// <param name="Emotion">−1 to 1; left out where it is not known.</param>
public sealed record StoryPrintPresence(string Name, int Words, int Named, double Share, double? Emotion);
