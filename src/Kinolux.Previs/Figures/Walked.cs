using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>A moment of a walk.</summary>
/// <param name="World">From the figure's space to the scene's.</param>
/// <param name="Speed">Over the floor, metres a second.</param>
public sealed record Walked(Pose Pose, Matrix4x4 World, float Speed);
