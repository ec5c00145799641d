using Kinolux.Previs.Figures;

namespace Kinolux.Previs.Scenes;

/// <summary>Where a scene plays.</summary>
/// <param name="Kind">A kind of the kit's.</param>
/// <param name="Inside">True where it has walls and a ceiling.</param>
/// <param name="Width">Metres; so the others. Its middle is at 0.</param>
public sealed record SetPlan(string Kind, Known Known, bool Inside, double Width, double Height, double Depth, IReadOnlyList<PiecePlan> Pieces);
