using System.Collections.Concurrent;
using System.Numerics;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Previs.Geometry;

namespace Kinolux.Previs.Rendering;

/// <summary>
/// Draws what stands before a camera: flat tones, lines and shadows, on the processor alone. A picture depends on what is asked for and on nothing else: the same bits on
/// every run, number of threads and SIMD width. One renderer draws one picture at a time and keeps its room for the next.
/// </summary>
public sealed class Renderer(RowRunner rows, FramePool pool)
{
    /// <summary>The most pixels of a side.</summary>
    public const int MostPixels = 8192;

    private readonly Projection _projection = new();
    private readonly ConcurrentBag<Tile> _tiles = [];
    private readonly Shadows _shadows = new();
    private readonly ConcurrentBag<Ink> _inks = [];
    private readonly Strokes[] _strokes = [.. Enumerable.Range(0, Tiles.Bands).Select(_ => new Strokes())];
    private int[] _owners = [];

    /// <summary>Draws a picture of 8 bits a sample, RGB, that fills the whole width and height whatever the view's aspect is.</summary>
    /// <param name="passes">Filled too, where given.</param>
    /// <exception cref="ArgumentException">A size, view, mesh or body that cannot be: it says which. Corners that are no numbers are left out.</exception>
    public Frame Render(RenderScene moment, View view, RenderStyle style, int width, int height, Passes? passes = null)
    {
        CheckSize(width, height);
        if (passes is not null && (passes.Width != width || passes.Height != height))
            throw new ArgumentException($"The passes are {passes.Width}×{passes.Height}, the picture is {width}×{height}.", nameof(passes));
        moment.Check();
        var camera = new Camera(view, width, height);
        _projection.Set(moment, camera, Tile.FirstSample, Tile.LastSample, rows);
        if (_owners.Length < width * height)
            _owners = new int[width * height];
        var (lights, key) = Lights(moment, camera);
        var (nearest, farthest) = _projection.Range;
        if (key >= 0 && nearest < farthest)
            _shadows.Set(moment, lights[key], camera, nearest, farthest, rows);
        else
            key = -1;
        var frame = pool.Rent(new FrameFormat(width, height, PixelLayout.Rgb, 8));
        var picture = new Picture(camera, _projection, new Shading(camera, lights, key, moment.Sky, style), key < 0 ? null : _shadows, new Backdrop(camera, moment.Sky, style), Tones(moment), _owners, frame, passes);
        var across = Tiles.Across(width);
        rows.Run(across * Tiles.Across(height), (first, end) =>
        {
            if (!_tiles.TryTake(out var tile))
                tile = new Tile();
            for (var i = first; i < end; i++)
                tile.Draw(picture, i % across, i / across);
            _tiles.Add(tile);
        });
        DrawLines(camera, frame, passes);
        return frame;
    }

    private void DrawLines(Camera camera, Frame frame, Passes? passes)
    {
        var (edges, meetings) = (new EdgeLines(camera, _projection, _owners), new MeetingLines(camera, _projection, _owners));
        rows.Run(Tiles.Bands, (first, end) =>
        {
            for (var band = first; band < end; band++)
            {
                var strokes = _strokes[band];
                strokes.Begin(camera.Width, camera.Height);
                _projection.Spread(band, band + 1, _projection.End.Edge, static body => body.Edge, (body, from, to) => edges.Find(body, from, to, strokes));
                meetings.Find((int)((long)camera.Height * band / Tiles.Bands), (int)((long)camera.Height * (band + 1) / Tiles.Bands), strokes);
                strokes.Sort();
            }
        });
        var across = Tiles.Across(camera.Width);
        rows.Run(across * Tiles.Across(camera.Height), (first, end) =>
        {
            if (!_inks.TryTake(out var ink))
                ink = new Ink();
            for (var i = first; i < end; i++)
                ink.Draw(_strokes, frame, passes, i % across, i / across);
            _inks.Add(ink);
        });
    }

    internal static void CheckSize(int width, int height)
    {
        if (width is < 1 or > MostPixels || height is < 1 or > MostPixels)
            throw new ArgumentException($"A picture has 1 to {MostPixels} pixels a side, not {width}×{height}.");
    }

    // The key is the first lamp that throws shadows.
    private static (Light[] Lights, int Key) Lights(RenderScene moment, in Camera camera)
    {
        var (lights, key) = (new List<Light>(), -1);
        foreach (var lamp in moment.Lamps)
            if (Light.Of(lamp, camera) is { } light)
            {
                if (key < 0 && lamp.Shadows)
                    key = lights.Count;
                lights.Add(light);
            }
        return ([.. lights], key);
    }

    private static Vector3[] Tones(RenderScene moment) => [.. moment.Bodies.SelectMany(body => body.Tones).Select(Shading.Clean)];
}
