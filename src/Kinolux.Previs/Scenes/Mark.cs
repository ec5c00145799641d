using Kinolux.Previs.Figures;

namespace Kinolux.Previs.Scenes;

/// <summary>Where somebody goes to.</summary>
/// <param name="Frame">When they set out, in frames of the scene.</param>
/// <param name="X">Metres on the floor, to the right seen from the front of the set.</param>
/// <param name="Z">Metres on the floor, towards the front of the set.</param>
/// <param name="Stance">How they are held up there.</param>
/// <param name="Known">How that is known.</param>
/// <param name="Out">True where they are gone once they are there.</param>
/// <param name="Facing">Where the body looks, degrees; null where it turns to whom it has to do with.</param>
public sealed record Mark(int Frame, double X, double Z, Stance Stance, Known Known, bool Out = false, double? Facing = null);
