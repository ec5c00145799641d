using System.Numerics;
using Camera = Kinolux.Previs.Cameras.Camera;
using Kinolux.Previs.Figures;
using Kinolux.Previs.Geometry;
using Kinolux.Previs.Rendering;
using Kinolux.Previs.Scenes;
using Kinolux.Previs.Shots;
using Kinolux.Previs.Works;

namespace Kinolux.Previs.Staging;

/// <summary>A scene with its set built and its people in it: what stands before the camera at each frame. A function of the scene alone.</summary>
public sealed class StagedScene
{
    private readonly CutScene _scene;
    private readonly Blocking _blocking;
    private readonly IReadOnlyList<Actor> _actors;
    private readonly IReadOnlyList<Body> _set;
    private readonly IReadOnlyList<Lamp> _lamps;
    private readonly Sky _sky;
    private readonly Dictionary<string, Camera> _settled = [];

    public StagedScene(CutScene scene)
    {
        _scene = scene;
        _blocking = scene.Plan.Blocking();
        var plan = scene.Plan;
        _actors = [.. plan.People.Select((person, i) => new Actor(person, Figure.Of(Description.Read(person.Words), person.Seed), i + 1, plan.Rate.ToDouble()))];
        _set = SetBodies.Of(plan.Set, _actors.Count + 1);
        _lamps = [.. plan.Lamps.Select(Light)];
        var sky = plan.Time switch { "night" => Sky.Night, "between" => Sky.Dusk, _ => Sky.Day };
        // Walls throw light back: a room is never as dark as the sky outside.
        _sky = plan.Set.Inside ? sky with { Ambient = plan.Time == "night" ? new Vector3(0.22f, 0.21f, 0.22f) : new Vector3(0.42f, 0.42f, 0.42f) } : sky;
    }

    public CutScene Scene => _scene;

    /// <summary>What stands before the camera of a shot.</summary>
    public RenderScene At(Shot shot, int frame)
    {
        var camera = CameraOf(shot, frame).At.ToSingle();
        var moment = _scene.Plan.Moments[_blocking.MomentAt(frame)];
        List<Body> bodies = [.. _set.Where(body => !SetBodies.IsTakenOut(body, _scene.Plan.Set, camera))];
        foreach (var actor in _actors)
            if (Pose(actor, frame, moment) is var (pose, world))
                bodies.Add(actor.Body(pose, world));
        return new RenderScene(bodies, _lamps, _sky);
    }

    /// <summary>The view of a shot at a frame: its camera turned by a hair to the figure's own eyes, and along where it follows.</summary>
    public View View(Shot shot, int frame) => CameraOf(shot, frame).ToView(_scene.Back);

    /// <summary>The camera of a shot at a frame.</summary>
    public Camera CameraOf(Shot shot, int frame)
    {
        var framing = shot.Framing;
        if (framing.Type == ShotType.Master || framing.Subjects.Count == 0)
            return framing.Camera;
        if (!framing.Follows && _settled.TryGetValue(shot.Name, out var settled))
            return settled;
        var camera = Eyes(framing.Subjects[0], framing.Follows ? frame : shot.Frames.First + 6) is { } eyes ? framing.Camera.Aimed(eyes, framing.Asked, _scene.Back) : framing.Camera;
        if (!framing.Follows)
            _settled[shot.Name] = camera;
        return camera;
    }

    /// <summary>Between the eyes of somebody as the figure has them; null where they are not there.</summary>
    public Vector3D? Eyes(string name, int frame)
    {
        var moment = _scene.Plan.Moments[_blocking.MomentAt(frame)];
        if (_actors.FirstOrDefault(actor => actor.Name == name) is not { } found || Pose(found, frame, moment) is not var (pose, world))
            return null;
        var eyes = found.Landmarks(pose, world).Eyes;
        return new Vector3D(eyes.X, eyes.Y, eyes.Z);
    }

    private (Pose Pose, Matrix4x4 World)? Pose(Actor actor, int frame, Moment moment)
    {
        if (_blocking.At(actor.Name, frame) is not { } stance)
            return null;
        return actor.At(stance, frame, stance.Looks.ToSingle(), (moment, moment.Speakers.Contains(actor.Name)));
    }

    private static Lamp Light(LampPlan lamp)
    {
        var at = new Vector3((float)lamp.X, (float)lamp.Y, (float)lamp.Z);
        var colour = new Vector3((float)lamp.Red, (float)lamp.Green, (float)lamp.Blue);
        return lamp.IsFar ? new Lamp(null, Vector3.Normalize(-at), colour, Shadows: true) : new Lamp(at, -Vector3.UnitY, colour, Reach: 9);
    }
}
