namespace Kinolux.Studio.Serving;

/// <summary>Whose studio this is, and where.</summary>
/// <param name="Name">The production's name.</param>
/// <param name="Folder">The last part of the folder's path.</param>
/// <param name="Person">Who decides here.</param>
/// <param name="PersonKnown">False where nobody gave a name yet, so that the machine's user stands in its place.</param>
/// <param name="Version">Of Kinolux.</param>
/// <param name="Cores">Cores that jobs compute with.</param>
internal sealed record StudioFacts(string Name, string Folder, string Person, bool PersonKnown, string Version, int Cores);
