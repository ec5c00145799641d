using Kinolux.Previs.Figures;

namespace Kinolux.Previs.Scenes;

/// <summary>Something that stands in a scene.</summary>
/// <param name="Id">Its name in this scene.</param>
/// <param name="Piece">What it is: a piece of the kit.</param>
/// <param name="X">Metres on the floor, to the right seen from the front of the set.</param>
/// <param name="Z">Metres on the floor, towards the front of the set.</param>
/// <param name="Y">How high it stands, metres.</param>
/// <param name="Turn">Degrees, counter-clockwise seen from above.</param>
public sealed record PiecePlan(string Id, string Piece, double X, double Z, double Turn, Known Known, double Y = 0);
