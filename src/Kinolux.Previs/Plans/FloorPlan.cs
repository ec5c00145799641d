using System.Globalization;
using Kinolux.Previs.Cameras;
using Kinolux.Previs.Geometry;
using Kinolux.Previs.Kit;
using Kinolux.Previs.Scenes;
using Kinolux.Previs.Shots;
using Kinolux.Previs.Works;
using Kinolux.Report.Svg;

namespace Kinolux.Previs.Plans;

/// <summary>A scene from above: set, people and their ways, the line of action, every set-up with lens, height and distance. What a crew works from.</summary>
public static class FloorPlan
{
    private const double Scale = 80;

    /// <summary>As SVG, 80 units to the metre.</summary>
    public static string Of(CutScene scene)
    {
        var (plan, svg) = (scene.Plan, new SvgText());
        var setUps = SetUps(scene);
        // All of the set inside; outside what is played on, since there the ground has no end.
        var spots = plan.People.SelectMany(person => person.Marks.Select(mark => new Vector3D(mark.X, 0, mark.Z))).Concat(setUps.Select(shot => shot.Framing.Camera.At)).ToList();
        var (halfX, halfZ) = plan.Set.Inside ? (plan.Set.Width / 2, plan.Set.Depth / 2) : (4.0, 4.0);
        var (left, right) = (Math.Min(-halfX, spots.Select(spot => spot.X).DefaultIfEmpty(0).Min()) - 0.6, Math.Max(halfX, spots.Select(spot => spot.X).DefaultIfEmpty(0).Max()) + 0.6);
        var (back, front) = (Math.Min(-halfZ, spots.Select(spot => spot.Z).DefaultIfEmpty(0).Min()) - 0.6, Math.Max(halfZ, spots.Select(spot => spot.Z).DefaultIfEmpty(0).Max()) + 0.6);
        var (width, height) = ((right - left) * Scale, (front - back) * Scale + 44 + 17 * setUps.Count);
        svg.Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {N(width)} {N(height)}\" width=\"{N(width)}\" height=\"{N(height)}\" font-family=\"sans-serif\" font-size=\"12\">");
        svg.Line($"<title>Floor plan of scene {SvgText.Escaped(plan.Number)}, {SvgText.Escaped(plan.Heading)}</title>");
        svg.Line($"<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        svg.Line($"<text x=\"10\" y=\"20\" font-size=\"15\" font-weight=\"bold\">{SvgText.Escaped(plan.Number)} {SvgText.Escaped(plan.Heading)}</text>");
        svg.Line($"<g transform=\"translate({N(-left * Scale)} {N(-back * Scale + 26)}) scale({N(Scale)})\" stroke-linejoin=\"round\">");
        if (plan.Set.Inside)
            svg.Line($"<rect x=\"{N(-halfX)}\" y=\"{N(-halfZ)}\" width=\"{N(halfX * 2)}\" height=\"{N(halfZ * 2)}\" fill=\"#f6f4ef\" stroke=\"#222\" stroke-width=\"0.08\"/>");
        foreach (var piece in plan.Set.Pieces)
            Piece(svg, piece);
        foreach (var shot in setUps)
            SetUp(svg, scene, shot);
        Line(svg, scene);
        foreach (var person in plan.People)
            Person(svg, plan, person);
        svg.Line($"</g>");
        // One metre, to measure by.
        var foot = (front - back) * Scale + 26;
        svg.Line($"<path d=\"M{N(width - 10 - Scale)} {N(foot - 8)}v-6m0 3h{N(Scale)}m0 -3v6\" stroke=\"#222\" fill=\"none\"/><text x=\"{N(width - 10 - Scale / 2)}\" y=\"{N(foot - 16)}\" text-anchor=\"middle\">1 m</text>");
        for (var i = 0; i < setUps.Count; i++)
            svg.Line($"<text x=\"10\" y=\"{N(foot + 16 + 17 * i)}\"><tspan font-weight=\"bold\">{SvgText.Escaped(setUps[i].Name)}</tspan> {SvgText.Escaped(Says(scene, setUps[i]))}</text>");
        svg.Line($"</svg>");
        return svg.ToString();
    }

    /// <summary>The first shot of each set-up.</summary>
    public static IReadOnlyList<Shot> SetUps(CutScene scene) => [.. scene.Shots.Where(shot => !shot.Name.Contains('-', StringComparison.Ordinal))];

    private static string Says(CutScene scene, Shot shot)
    {
        var (camera, framing) = (shot.Framing.Camera, shot.Framing);
        var subject = framing.Subjects.Count > 0 ? scene.Plan.Blocking().At(framing.Subjects[0], shot.Frames.First) : null;
        var distance = subject is null ? "" : string.Create(CultureInfo.InvariantCulture, $", {Vector3D.Distance(camera.At, subject.Eyes):0.0} m away");
        var wall = new CameraRoom(scene.Plan).IsOutside(camera) ? ", wall taken out" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{framing.Words}: {camera.Focal:0} mm, {camera.At.Y:0.00} m high{distance}{(framing.Follows ? ", pans along" : "")}{wall}");
    }

    private static void Piece(SvgText svg, PiecePlan piece)
    {
        var kit = PropKit.Pieces[piece.Piece];
        var fill = kit.StandsInTheWay ? "#dcd5c8" : "#ece7dd";
        var shape = piece.Piece is "tree" or "pine" or "bush" or "rock" or "column" or "stool" or "round table" or "floor lamp" or "street lamp" or "fire"
            ? FormattableString.Invariant($"<ellipse rx=\"{N((kit.High.X - kit.Low.X) / 2)}\" ry=\"{N((kit.High.Z - kit.Low.Z) / 2)}\" cx=\"{N((kit.High.X + kit.Low.X) / 2)}\" cy=\"{N((kit.High.Z + kit.Low.Z) / 2)}\"")
            : FormattableString.Invariant($"<rect x=\"{N(kit.Low.X)}\" y=\"{N(kit.Low.Z)}\" width=\"{N(kit.High.X - kit.Low.X)}\" height=\"{N(kit.High.Z - kit.Low.Z)}\"");
        svg.Line($"<g transform=\"translate({N(piece.X)} {N(piece.Z)}) rotate({N(-piece.Turn)})\">{shape} fill=\"{fill}\" stroke=\"#8a8272\" stroke-width=\"0.02\"><title>{SvgText.Escaped(piece.Piece)}</title></{(shape[1] == 'e' ? "ellipse" : "rect")}></g>");
    }

    private static void SetUp(SvgText svg, CutScene scene, Shot shot)
    {
        var camera = shot.Framing.Camera;
        var half = camera.Focal > 0 ? scene.Back.HorizontalField(camera.Focal) / 2 : 0.3;
        var (a, b) = (Ray(-half), Ray(half));
        svg.Line($"<path d=\"M{N(camera.At.X)} {N(camera.At.Z)}L{N(a.X)} {N(a.Z)}L{N(b.X)} {N(b.Z)}z\" fill=\"#2b6cb0\" fill-opacity=\"0.06\" stroke=\"#2b6cb0\" stroke-opacity=\"0.35\" stroke-width=\"0.012\"/>");
        svg.Line($"<g transform=\"translate({N(camera.At.X)} {N(camera.At.Z)}) rotate({N(180 - camera.Pan * 180 / Math.PI)})\"><path d=\"M-0.1 0.24h0.2v-0.2h-0.2zM-0.09 0.04l-0.05 -0.12h0.28l-0.05 0.12z\" fill=\"#2b6cb0\"/></g>");
        svg.Line($"<text x=\"{N(camera.At.X + 0.16)}\" y=\"{N(camera.At.Z + 0.2)}\" font-size=\"0.2\" fill=\"#1a4f86\" font-weight=\"bold\">{SvgText.Escaped(shot.Name)} {N(camera.Focal)}</text>");

        Vector3D Ray(double turn) => camera.At + Vector3D.Towards(camera.Pan + turn) * 1.6;
    }

    // Between the two who speak most to each other.
    private static void Line(SvgText svg, CutScene scene)
    {
        var blocking = scene.Plan.Blocking();
        var pair = scene.Plan.Moments.Where(moment => moment.IsSpeech && moment.To.Count > 0 && moment.Seen.Count > 0).GroupBy(moment => string.CompareOrdinal(moment.Speakers[0], moment.To[0]) < 0 ? (moment.Speakers[0], moment.To[0]) : (moment.To[0], moment.Speakers[0])).MaxBy(group => group.Count());
        if (pair is null || blocking.At(pair.Key.Item1, pair.First().Frames.First) is not { } a || blocking.At(pair.Key.Item2, pair.First().Frames.First) is not { } b)
            return;
        var way = (b.At - a.At).Flat.Unit * 1.4;
        svg.Line($"<path d=\"M{N(a.At.X - way.X)} {N(a.At.Z - way.Z)}L{N(b.At.X + way.X)} {N(b.At.Z + way.Z)}\" stroke=\"#c0392b\" stroke-width=\"0.02\" stroke-dasharray=\"0.12 0.08\" fill=\"none\"><title>the line of action</title></path>");
    }

    private static void Person(SvgText svg, ScenePlan plan, PersonPlan person)
    {
        if (person.Marks.Count == 0)
            return;
        for (var i = 1; i < person.Marks.Count; i++)
            svg.Line($"<path d=\"M{N(person.Marks[i - 1].X)} {N(person.Marks[i - 1].Z)}L{N(person.Marks[i].X)} {N(person.Marks[i].Z)}\" stroke=\"#555\" stroke-width=\"0.025\" stroke-dasharray=\"0.05 0.05\" fill=\"none\"/>");
        var stance = plan.Blocking().At(person.Name, person.Marks[0].Frame);
        var (x, z) = (person.Marks[0].X, person.Marks[0].Z);
        svg.Line($"<g transform=\"translate({N(x)} {N(z)}) rotate({N(180 - (stance?.Facing ?? 0) * 180 / Math.PI)})\"><ellipse rx=\"0.24\" ry=\"0.14\" fill=\"#fff\" stroke=\"#222\" stroke-width=\"0.025\"/><circle r=\"0.1\" fill=\"#222\"/><path d=\"M-0.05 -0.09L0 -0.2L0.05 -0.09z\" fill=\"#222\"/></g>");
        svg.Line($"<text x=\"{N(x)}\" y=\"{N(z - 0.26)}\" font-size=\"0.2\" text-anchor=\"middle\">{SvgText.Escaped(person.Name)}</text>");
    }

    private static string N(double value) => SvgText.Number(value);
}
