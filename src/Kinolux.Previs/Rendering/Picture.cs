using System.Numerics;
using Kinolux.Core.Frames;

namespace Kinolux.Previs.Rendering;

/// <summary>What all tiles of one picture share.</summary>
/// <param name="Shadows">Null where nothing throws any.</param>
/// <param name="Tones">The colours of all parts of all bodies.</param>
/// <param name="Owners">For every pixel the farthest facet that its samples see, -1 where one sees the sky: what lines are held against.</param>
internal readonly record struct Picture(Camera Camera, Projection Projection, Shading Shading, Shadows? Shadows, Backdrop Backdrop, Vector3[] Tones, int[] Owners, Frame Frame, Passes? Passes);
