using System.Numerics;
using Kinolux.Previs.Geometry;
using Kinolux.Previs.Rendering;

namespace Kinolux.Bench.Previs;

/// <summary>A room with three simple figures of about 6,000 triangles each and furniture, about 60,000 triangles in all; it moves with time.</summary>
internal sealed class TestScene
{
    private static readonly Vector3 Skin = new(0.72f, 0.5f, 0.38f), Wood = new(0.36f, 0.2f, 0.09f), Wall = new(0.62f, 0.6f, 0.52f), Floor = new(0.42f, 0.36f, 0.28f);
    private readonly Mesh _head = Shapes.Ball(0.115f, 40, 26);
    private readonly Mesh _trunk = Shapes.Ball(0.19f, 34, 24, 0.28f);
    private readonly Mesh _arm = Shapes.Ball(0.055f, 18, 16, 0.5f);
    private readonly Mesh _leg = Shapes.Ball(0.075f, 20, 16, 0.62f);
    private readonly Mesh _nose = Shapes.Ball(0.022f, 12, 8);
    private readonly Mesh _ring = Shapes.Ring(0.32f, 0.06f, 120, 48);
    private readonly Mesh _stairs = Shapes.Stairs(7, 1.6f, 0.18f, 0.26f);
    private readonly Mesh _bowl = Shapes.Ball(0.1f, 60, 50);
    private readonly Mesh _ground = Shapes.Sheet(30, 40);
    private readonly Mesh _tall = Shapes.Box(new Vector3(0.06f, 0.72f, 0.06f));
    private readonly Mesh _top = Shapes.Box(new Vector3(1.5f, 0.05f, 0.8f));
    private readonly Mesh _wall = Shapes.Box(new Vector3(9, 2.8f, 0.1f));
    private readonly Mesh _side = Shapes.Box(new Vector3(0.1f, 2.8f, 4));
    private readonly Mesh _ball = Shapes.Ball(0.5f, 90, 60);

    public static View Eye(float seconds) => View.Towards(new Vector3(2.2f - 0.25f * seconds, 1.5f, 4.6f), new Vector3(0, 0.95f, 0), 0.62f, 16f / 9);

    public RenderScene At(float seconds)
    {
        var bodies = new List<Body>
        {
            new(1, _ground, Matrix4x4.Identity, [Floor]),
            new(2, _wall, Matrix4x4.CreateTranslation(0, 1.4f, -2.2f), [Wall]),
            new(3, _side, Matrix4x4.CreateTranslation(-3, 1.4f, -0.2f), [Wall]),
            new(4, _stairs, Matrix4x4.CreateTranslation(2.2f, 0, -0.2f), [new Vector3(0.55f, 0.52f, 0.48f)]),
            new(5, _ring, Matrix4x4.CreateRotationX(1.2f) * Matrix4x4.CreateRotationY(seconds) * Matrix4x4.CreateTranslation(-2.2f, 1.4f, -1.2f), [new Vector3(0.7f, 0.16f, 0.1f)]),
            new(6, _top, Matrix4x4.CreateTranslation(0.1f, 0.745f, 0.5f), [Wood]),
            new(7, _bowl, Matrix4x4.CreateScale(1, 0.5f, 1) * Matrix4x4.CreateTranslation(0.3f, 0.79f, 0.5f), [new Vector3(0.2f, 0.4f, 0.6f)]),
            new(8, _ball, Matrix4x4.CreateTranslation(-2, 0.4f, 0.6f), [new Vector3(0.25f, 0.5f, 0.3f)]),
        };
        foreach (var (x, z) in new[] { (-0.6f, 0.2f), (0.8f, 0.2f), (-0.6f, 0.8f), (0.8f, 0.8f) })
            bodies.Add(new Body(6, _tall, Matrix4x4.CreateTranslation(x, 0.36f, z), [Wood]));
        Figure(bodies, 10, new Vector3(-0.9f, 0, -0.2f), 0.5f, new Vector3(0.75f, 0.6f, 0.1f), seconds);
        Figure(bodies, 11, new Vector3(0.9f, 0, -0.3f), -0.6f, new Vector3(0.12f, 0.2f, 0.45f), seconds + 1);
        Figure(bodies, 12, new Vector3(-0.1f, 0, -1.3f), 0.1f, new Vector3(0.5f, 0.1f, 0.12f), seconds + 2);
        return new RenderScene(bodies, [new Lamp(null, new Vector3(-0.45f, -0.75f, -0.5f), new Vector3(0.75f, 0.7f, 0.6f), Shadows: true)], Sky.Day);
    }

    private void Figure(List<Body> bodies, int id, Vector3 place, float turn, Vector3 coat, float seconds)
    {
        var stand = Matrix4x4.CreateRotationY(turn) * Matrix4x4.CreateTranslation(place);
        var swing = 0.4f * MathF.Sin(seconds * 3);
        void Add(Mesh mesh, Matrix4x4 local, Vector3 tone) => bodies.Add(new Body(id, mesh, local * stand, [tone]));
        Add(_head, Matrix4x4.CreateScale(0.9f, 1.15f, 1) * Matrix4x4.CreateTranslation(0, 1.62f, 0), Skin);
        Add(_nose, Matrix4x4.CreateTranslation(0, 1.6f, 0.12f), Skin);
        Add(_trunk, Matrix4x4.CreateScale(1, 1, 0.65f) * Matrix4x4.CreateTranslation(0, 1.17f, 0), coat);
        for (var side = -1; side <= 1; side += 2)
        {
            Add(_arm, Matrix4x4.CreateTranslation(0, -0.25f, 0) * Matrix4x4.CreateRotationX(side * swing) * Matrix4x4.CreateRotationZ(side * 0.18f) * Matrix4x4.CreateTranslation(side * 0.22f, 1.38f, 0), coat);
            Add(_leg, Matrix4x4.CreateTranslation(0, -0.33f, 0) * Matrix4x4.CreateRotationX(-side * swing * 0.5f) * Matrix4x4.CreateTranslation(side * 0.1f, 0.72f, 0), new Vector3(0.1f, 0.1f, 0.12f));
        }
    }
}
