using System.Numerics;
using Kinolux.Previs.Figures;
using Kinolux.Previs.Geometry;
using Kinolux.Previs.Scenes;

namespace Kinolux.Previs.Staging;

/// <summary>A figure that plays a person of a scene: its pose at each frame, a function of the plan alone.</summary>
internal sealed class Actor(PersonPlan plan, Figure figure, int id, double framesPerSecond)
{
    private readonly Dictionary<int, Walk> _walks = [];
    private readonly int _seed = id * 7919;

    public string Name => plan.Name;

    /// <summary>The figure's pose and where it stands; null where the person is not there.</summary>
    /// <param name="placed">As the blocking has it.</param>
    /// <param name="target">What the eyes look at, in the scene; null for straight ahead.</param>
    /// <param name="line">What the person says now, and since when.</param>
    public (Pose Pose, Matrix4x4 World) At(Placement placed, int frame, Vector3? target, (Moment Moment, bool Speaks) line)
    {
        var seconds = (float)(frame / framesPerSecond);
        if (Walking(frame) is { } walked)
            return walked;
        var pose = placed.Stance switch
        {
            Stance.Sit => Poses.Of(figure, Stance.Sit, _seed),
            Stance.Lie => Poses.Of(figure, Stance.Lie, _seed, 0.52f),
            _ => Poses.Of(figure, Stance.Stand, _seed),
        };
        var world = Matrix4x4.CreateRotationY((float)placed.Facing) * Matrix4x4.CreateTranslation(placed.At.ToSingle());
        Gestures.Breathe(pose, seconds, _seed);
        if (target is { } at && Matrix4x4.Invert(world, out var inverse))
            Gestures.LookAt(figure, pose, Vector3.Transform(at, inverse));
        var since = (float)((frame - line.Moment.Frames.First) / framesPerSecond);
        if (line.Speaks)
            Gestures.Talk(figure, pose, since, (float)(line.Moment.Frames.Count / framesPerSecond), Mouth(seconds), _seed);
        else if (line.Moment.IsSpeech)
            Gestures.Listen(pose, since, _seed);
        return (pose, world);
    }

    public Body Body(Pose pose, Matrix4x4 world) => figure.Body(pose, world, id);

    public Landmarks Landmarks(Pose pose, Matrix4x4 world) => figure.Landmarks(pose, world);

    private (Pose, Matrix4x4)? Walking(int frame)
    {
        for (var i = plan.Marks.Count - 1; i > 0; i--)
        {
            var (from, to) = (plan.Marks[i - 1], plan.Marks[i]);
            if (frame < to.Frame)
                continue;
            var way = new Vector3((float)(to.X - from.X), 0, (float)(to.Z - from.Z));
            if (way.Length() < 0.3f)
                return null;
            if (!_walks.TryGetValue(i, out var walk))
                _walks[i] = walk = new Walk(figure, [new((float)from.X, 0, (float)from.Z), new((float)to.X, 0, (float)to.Z)], WalkPace.Of(figure), _seed);
            var seconds = (float)((frame - to.Frame) / framesPerSecond);
            if (seconds >= walk.Seconds)
                return null;
            var walked = walk.At(seconds);
            return (walked.Pose, walked.World);
        }
        return null;
    }

    // Until a voice is there: syllables come four to five a second.
    private static float Mouth(float seconds) => MathF.Max(0, 0.55f + 0.45f * MathF.Sin(seconds * 27)) * (0.6f + 0.4f * MathF.Sin(seconds * 6.1f));
}
