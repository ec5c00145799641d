using Kinolux.Previs.Figures;

namespace Kinolux.Previs.Scenes;

/// <summary>A light in a scene.</summary>
/// <param name="Id">Its name in this scene.</param>
/// <param name="IsFar">True for sun and moon: its light comes from where it is, in straight lines.</param>
/// <param name="X">Metres; so the others.</param>
/// <param name="Red">Linear, 0 to 1 and above; so the others.</param>
public sealed record LampPlan(string Id, bool IsFar, double X, double Y, double Z, double Red, double Green, double Blue, Known Known);
