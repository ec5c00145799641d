namespace Kinolux.Previs.Scenes;

/// <summary>Somebody in a scene.</summary>
/// <param name="Name">As the script calls them.</param>
/// <param name="Words">What the script says they look like; empty where it does not say.</param>
/// <param name="Seed">Chooses what the words leave open.</param>
/// <param name="Height">Metres.</param>
/// <param name="Marks">Where they go, the first mark is where they are at the beginning; none before it where its frame is later than 0.</param>
public sealed record PersonPlan(string Name, string Words, int Seed, double Height, IReadOnlyList<Mark> Marks);
