using Kinolux.Report.Svg;
using System.Globalization;
using Kinolux.Script.Emotion;
using Kinolux.Script.Model;
using Kinolux.Script.People;

namespace Kinolux.Script.StoryPrints;

/// <summary>Draws a StoryPrint as SVG.</summary>
public static class StoryPrintSvg
{
    private const double DifferenceOuter = 452, DifferenceInner = 444;
    private const double TimeOuter = 440, TimeInner = 432, DoorOuter = 430, DoorInner = 424, PlaceOuter = 422, PlaceInner = 398;
    private const double RingsOuter = 390, RingsInner = 150;
    private const int LegendTop = 985;
    private const int LineHeight = 22;

    // What a person does in a scene is seen, however little it is.
    private const double LeastThickness = 2.5;

    // The line of the arc goes to both sides of a circle.
    private const double ArcMiddle = 85, ArcReach = 38, TurnRadius = 136;

    private const double LeastOpacity = 0.6;

    // At most so many scenes have their number beside the ring.
    private const int MostNumbers = 30;

    /// <summary>A whole file, with its colours for a white page.</summary>
    public static string File(StoryPrint print) => Draw(print, StoryPrintStyle.Sheet);

    /// <summary>The drawing alone, for a page that has colours of its own.</summary>
    public static string Element(StoryPrint print) => Draw(print, null);

    private static string Draw(StoryPrint print, string? style)
    {
        var places = new PlaceColours(print);
        var legend = StoryPrintLegend.Of(print, places);
        var height = style is null ? 965 : LegendTop + (LineHeight * legend.Count) + 20;
        var svg = new SvgText();
        svg.Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"storyprint\" viewBox=\"0 {(style is null ? 30 : -20)} 1000 {(style is null ? 940 : height + 20)}\" role=\"img\" aria-labelledby=\"storyprint-title\">");
        svg.Line($"<title id=\"storyprint-title\">StoryPrint of {SvgText.Escaped(TitleOf(print))}</title>");
        if (style is not null)
            svg.Line($"<style>{style}</style>").Line($"<rect x=\"0\" y=\"-20\" width=\"1000\" height=\"{height + 20}\" class=\"ground\"/>").Line($"<text x=\"500\" y=\"22\" class=\"head\" text-anchor=\"middle\">{SvgText.Escaped(SvgText.Shortened(TitleOf(print), 80))}</text>");
        svg.Line($"<defs><pattern id=\"unknown\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" class=\"hatch-ground\"/><rect width=\"2\" height=\"5\" class=\"hatch\"/></pattern></defs>");
        for (var i = 0; i < print.Rings.Count; i++)
            svg.Line($"<path d=\"{RingSector.Arc(0, 1, RingOf(print, i).Middle)}\" class=\"track\"/>");
        for (var side = 0; side < print.Sides.Count; side++)
            foreach (var segment in print.Sides[side].Segments)
                Scene(svg, print, side, segment, places);
        Arc(svg, print);
        Numbers(svg, print);
        for (var i = 0; i < print.Rings.Count; i++)
            Name(svg, print, i);
        if (style is not null)
            StoryPrintLegend.Draw(svg, legend, LegendTop, LineHeight);
        return svg.Line($"</svg>").ToString();
    }

    private static string TitleOf(StoryPrint print) => string.Join(" and ", print.Sides.Select(side => side.Title));

    private static (double Inner, double Outer, double Middle) RingOf(StoryPrint print, int index)
    {
        var width = (RingsOuter - RingsInner) / Math.Max(5, print.Rings.Count);
        var outer = RingsOuter - (index * width);
        return (outer - width + 2, outer - 2, outer - (width / 2));
    }

    // The half of a band that is a script's; all of it where there is but one.
    private static (double Inner, double Outer) Half(StoryPrint print, int side, double inner, double outer) =>
        print.Sides.Count == 1 ? (inner, outer) : side == 0 ? ((inner + outer) / 2, outer) : (inner, (inner + outer) / 2);

    private static void Scene(SvgText svg, StoryPrint print, int side, StorySegment segment, PlaceColours places)
    {
        var passage = print.Sides[side].Cast.Passages[segment.Passage];
        svg.Line($"<g class=\"scene\" data-side=\"{side}\" data-scene=\"{segment.Passage}\"><title>{SvgText.Escaped(SceneTip.Of(print, side, segment))}</title>");
        var (inner, outer) = Half(print, side, RingsInner, TimeOuter);
        svg.Line($"<path d=\"{RingSector.Path(segment.From, segment.To, print.Sides.Count == 1 ? RingsInner : inner, outer)}\" class=\"hit\"/>");
        Setting(svg, print, side, segment, passage, places);
        for (var i = 0; i < print.Rings.Count; i++)
            if (print.Rings[i].Of(side)?.In(segment.Passage) is { } appearance)
                Presence(svg, print, side, segment, i, appearance);
        if (segment.Change != StoryChange.None)
            svg.Line($"<path d=\"{RingSector.Path(segment.From, segment.To, DifferenceInner, DifferenceOuter)}\" class=\"{(segment.Change == StoryChange.Changed ? "changed" : side == 0 ? "only-first" : "only-second")}\"/>");
        if (segment.Change == StoryChange.Alone)
            svg.Line($"<path d=\"{RingSector.Path(segment.From, segment.To, RingsInner, PlaceOuter)}\" class=\"outline {(side == 0 ? "only-first" : "only-second")}\"/>");
        svg.Line($"</g>");
    }

    private static void Setting(SvgText svg, StoryPrint print, int side, StorySegment segment, Passage passage, PlaceColours places)
    {
        var (inner, outer) = Half(print, side, PlaceInner, PlaceOuter);
        svg.Line($"<path d=\"{RingSector.Path(segment.From, segment.To, inner, outer)}\" class=\"place {places.ClassOf(passage)}\"/>");
        if (passage.Scene?.Slugline is not { } slugline)
            return;
        (inner, outer) = Half(print, side, TimeInner, TimeOuter);
        if (DayTime.Of(slugline.Time) is { Length: > 0 } time)
            svg.Line($"<path d=\"{RingSector.Path(segment.From, segment.To, inner, outer)}\" class=\"{time}\"/>");
        (inner, outer) = Half(print, side, DoorInner, DoorOuter);
        if (slugline.Interior || slugline.Exterior)
            svg.Line($"<path d=\"{RingSector.Path(segment.From, segment.To, inner, outer)}\" class=\"{(slugline.Interior && slugline.Exterior ? "inside-and-out" : slugline.Interior ? "inside" : "outside")}\"/>");
    }

    private static void Presence(SvgText svg, StoryPrint print, int side, StorySegment segment, int ring, Appearance appearance)
    {
        var (inner, outer, middle) = RingOf(print, ring);
        var thickness = Math.Max(LeastThickness, (outer - inner) * appearance.Prominence * (print.Sides.Count == 1 ? 1 : 0.5));
        var (from, to) = print.Sides.Count == 1 ? (middle - (thickness / 2), middle + (thickness / 2)) : side == 0 ? (middle, middle + thickness) : (middle - thickness, middle);
        var person = print.Rings[ring].Of(side);
        var feeling = person is null ? null : print.Sides[side].Emotion.Of(person, segment.Passage);
        svg.Line($"<path d=\"{RingSector.Path(segment.From, segment.To, from, to)}\" class=\"presence r{ring}{(appearance.Speaks ? "" : " silent")}\" {Fill(feeling)}/>");
    }

    private static string Fill(Feeling? feeling) =>
        feeling is { Charged: > 0 } known ? $"fill=\"{ValenceColour.Of(known.Valence)}\" fill-opacity=\"{SvgText.Number(LeastOpacity + ((1 - LeastOpacity) * known.Arousal))}\"" : "fill=\"url(#unknown)\"";

    private static void Arc(SvgText svg, StoryPrint print)
    {
        if (print.Sides.All(side => side.Arc.Values.Count == 0))
            return;
        svg.Line($"<path d=\"{RingSector.Arc(0, 1, ArcMiddle)}\" class=\"zero\"/>");
        var most = print.Sides.SelectMany(side => side.Arc.Values).Max(Math.Abs);
        for (var i = 0; i < print.Sides.Count; i++)
            if (print.Sides[i] is { Arc.Values: { Count: > 0 } values } side)
                svg.Line($"<polyline points=\"{string.Join(' ', values.Select((value, at) => RingSector.Point(side.PlaceOf(at / (values.Count - 1.0)), ArcMiddle + (most > 0 ? ArcReach * value / most : 0))))}\" class=\"arc a{i}\"/>");
        foreach (var turn in print.Sides[0].Arc is { Values.Count: > 0 } arc ? arc.Turns : [])
        {
            var side = print.Sides[0];
            var (x, y) = RingSector.At(side.PlaceOf(turn.At), TurnRadius);
            svg.Line($"<g class=\"turn\"><title>{SvgText.Escaped(turn.Name)}: {100 * turn.At:0} % ({100 * turn.From:0} to {100 * turn.To:0} %)</title><path d=\"{RingSector.Arc(side.PlaceOf(turn.From), side.PlaceOf(turn.To), TurnRadius)}\" class=\"spread\"/><circle cx=\"{SvgText.Number(x)}\" cy=\"{SvgText.Number(y)}\" r=\"4.5\" class=\"tick\"/></g>");
        }
    }

    private static void Numbers(SvgText svg, StoryPrint print)
    {
        var side = print.Sides[0];
        var every = Math.Max(1, (int)Math.Ceiling(side.Segments.Count / (double)MostNumbers));
        var last = -1.0;
        foreach (var segment in side.Segments.Where((_, at) => at % every == 0))
        {
            var middle = (segment.From + segment.To) / 2;
            if (side.Cast.Passages[segment.Passage].Number is not { Length: > 0 and < 8 } number || middle - last < 0.01)
                continue;
            last = middle;
            var (x, y) = RingSector.At(middle, DifferenceOuter + 10);
            svg.Line($"<text x=\"{SvgText.Number(x)}\" y=\"{SvgText.Number(y + 3.5)}\" class=\"number\" text-anchor=\"middle\">{SvgText.Escaped(number)}</text>");
        }
    }

    private static void Name(SvgText svg, StoryPrint print, int ring)
    {
        var (_, _, middle) = RingOf(print, ring);
        var room = 2 * middle * Math.Sin(RingSector.Gap);
        var name = SvgText.Escaped(SvgText.Shortened(print.Rings[ring].Name, room / 8.6));
        var number = (ring + 1).ToString(CultureInfo.InvariantCulture);
        svg.Line($"<text x=\"500\" y=\"{SvgText.Number(RingSector.Centre - middle + 4.5)}\" class=\"name\" text-anchor=\"middle\">{name}</text><text x=\"500\" y=\"{SvgText.Number(RingSector.Centre - middle + 9)}\" class=\"ring-number\" text-anchor=\"middle\">{number}</text>");
    }
}
