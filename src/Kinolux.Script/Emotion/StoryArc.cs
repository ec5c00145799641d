using Kinolux.Script.People;

namespace Kinolux.Script.Emotion;

/// <summary>
/// How a script feels from its beginning to its end, which of six shapes is nearest (A. J. Reagan, L. Mitchell, D. Kiley, C. M. Danforth and P. S. Dodds, "The emotional arcs of stories are dominated by six basic shapes", 2016),
/// and where it may turn (P. Papalampidi, F. Keller and M. Lapata, "Movie plot analysis via turning point identification", 2019).
/// </summary>
public sealed class StoryArc
{
    /// <summary>How <see cref="Values"/> are made.</summary>
    public const string HowValues = "mean value of the words around each hundredth of the script's length, weighed by a bell of 6 % to each side";

    /// <summary>How <see cref="Shapes"/> are made.</summary>
    public const string HowShapes = "correlation of the arc with half a wave, one wave and one and a half of a cosine, up and down; chance is how often the same script in pieces of a twentieth, shuffled a thousand times, comes as near to any of the six";

    /// <summary>How <see cref="Turns"/> are made.</summary>
    public const string HowTurns = "where the arc bends most, weighed by where people found this turn in 99 films (TRIPOD); the spread is one standard deviation of those; how often this is right was not measured";

    /// <summary>How <see cref="Turns"/> are made where the arc is not known.</summary>
    public const string HowTurnsUnknown = "where people found this turn in 99 films (TRIPOD), whatever this script says: its arc is not known";

    private const int Points = 101;
    private const double Width = 0.06;
    private const int LeastCharged = 30;
    private const int Pieces = 20;
    private const int Shuffles = 1000;

    private static readonly (string Name, string Words, double Waves, int Sign)[] Six =
    [
        ("rags to riches", "rises", 0.5, -1), ("tragedy", "falls", 0.5, 1), ("man in a hole", "falls, rises", 1, 1), ("Icarus", "rises, falls", 1, -1), ("Cinderella", "rises, falls, rises", 1.5, -1), ("Oedipus", "falls, rises, falls", 1.5, 1),
    ];

    // Means and deviations over 143 annotations.
    private static readonly (string Name, double Mean, double Deviation)[] Priors =
        [("opportunity", 0.166, 0.089), ("change of plans", 0.342, 0.119), ("point of no return", 0.549, 0.103), ("major setback", 0.758, 0.090), ("climax", 0.914, 0.061)];

    private StoryArc()
    {
    }

    /// <summary>The arc at each hundredth, −1 to 1; empty where it is not known.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>The six, the nearest first; empty where the arc is not known.</summary>
    public required IReadOnlyList<ArcShape> Shapes { get; init; }

    /// <summary>How often chance comes as near: 0 to 1.</summary>
    public double Chance { get; init; }

    /// <summary>Where the script may turn; by the statistics of films alone where the arc is not known. Empty without passages.</summary>
    public required IReadOnlyList<TurningPoint> Turns { get; init; }

    /// <summary>Why the arc is not known; empty where it is.</summary>
    public string WhyUnknown { get; init; } = "";

    public static StoryArc Of(Cast cast, EmotionMap emotion)
    {
        var why = !emotion.IsKnown ? emotion.How : emotion.Paragraphs.Sum(paragraph => paragraph.Feeling.Charged) < LeastCharged ? $"unknown: fewer than {LeastCharged} words have a value" : "";
        if (why.Length > 0)
            return new StoryArc { Values = [], Shapes = [], Turns = TurnsOf(cast, []), WhyUnknown = why };
        var (sums, words) = Bins(cast, emotion);
        var values = Smoothed(sums, words);
        var shapes = ShapesOf(values);
        return new StoryArc { Values = values, Shapes = shapes, Turns = TurnsOf(cast, values), Chance = ChanceOf(sums, words, shapes[0].Correlation) };
    }

    // Each paragraph's words stand where their scene's length has them.
    private static (double[] Sums, double[] Words) Bins(Cast cast, EmotionMap emotion)
    {
        var (sums, words) = (new double[Points - 1], new double[Points - 1]);
        var (start, all) = (0.0, cast.Passages.Sum(passage => passage.Length));
        var paragraphs = emotion.Paragraphs.ToLookup(paragraph => paragraph.Passage, paragraph => paragraph.Feeling);
        foreach (var passage in cast.Passages)
        {
            var own = paragraphs[passage.Index].ToList();
            var (total, before) = (Math.Max(1, own.Sum(feeling => feeling.Words)), 0);
            foreach (var feeling in own)
            {
                var at = (start + (passage.Length * (before + (feeling.Words / 2.0)) / total)) / all;
                var bin = Math.Clamp((int)(at * (Points - 1)), 0, Points - 2);
                (sums[bin], words[bin], before) = (sums[bin] + feeling.Sum, words[bin] + feeling.Words, before + feeling.Words);
            }
            start += passage.Length;
        }
        return (sums, words);
    }

    private static double[] Smoothed(double[] sums, double[] words)
    {
        var values = new double[Points];
        for (var i = 0; i < Points; i++)
        {
            var (sum, weight) = (0.0, 1e-9);
            for (var bin = 0; bin < Points - 1; bin++)
            {
                var distance = ((i / (Points - 1.0)) - ((bin + 0.5) / (Points - 1.0))) / Width;
                var near = Math.Exp(-0.5 * distance * distance);
                (sum, weight) = (sum + (near * sums[bin]), weight + (near * words[bin]));
            }
            values[i] = sum / weight;
        }
        return values;
    }

    private static List<ArcShape> ShapesOf(double[] values) =>
        [.. Six.Select(shape => new ArcShape(shape.Name, shape.Words, Correlation(values, shape.Waves, shape.Sign))).OrderByDescending(shape => shape.Correlation)];

    private static double Correlation(double[] values, double waves, int sign)
    {
        var mean = values.Average();
        var shape = Enumerable.Range(0, values.Length).Select(i => sign * Math.Cos(2 * Math.PI * waves * i / (values.Length - 1))).ToArray();
        var middle = shape.Average();
        var (both, own, its) = (0.0, 0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            var (a, b) = (values[i] - mean, shape[i] - middle);
            (both, own, its) = (both + (a * b), own + (a * a), its + (b * b));
        }
        return own * its > 0 ? both / Math.Sqrt(own * its) : 0;
    }

    private static double ChanceOf(double[] sums, double[] words, double nearest)
    {
        var random = new Random(2016);
        var order = Enumerable.Range(0, Pieces).ToArray();
        var size = (Points - 1) / Pieces;
        var (otherSums, otherWords, asNear) = (new double[Points - 1], new double[Points - 1], 0);
        for (var i = 0; i < Shuffles; i++)
        {
            random.Shuffle(order);
            for (var piece = 0; piece < Pieces; piece++)
            {
                Array.Copy(sums, order[piece] * size, otherSums, piece * size, size);
                Array.Copy(words, order[piece] * size, otherWords, piece * size, size);
            }
            if (ShapesOf(Smoothed(otherSums, otherWords))[0].Correlation >= nearest)
                asNear++;
        }
        return asNear / (double)Shuffles;
    }

    private static List<TurningPoint> TurnsOf(Cast cast, IReadOnlyList<double> values)
    {
        var all = cast.Passages.Sum(passage => passage.Length);
        return cast.Passages.Count == 0 ? [] : [.. Priors.Select(prior =>
        {
            var at = values.Count == 0 ? prior.Mean : Enumerable.Range(3, Points - 6).Select(i => i / (Points - 1.0)).MaxBy(place => Bend(values, place) * Math.Exp(-0.5 * Math.Pow((place - prior.Mean) / prior.Deviation, 2)));
            var (index, end) = (0, cast.Passages[0].Length);
            while (end < at * all && index + 1 < cast.Passages.Count)
                end += cast.Passages[++index].Length;
            return new TurningPoint(prior.Name, at, Math.Max(0, at - prior.Deviation), Math.Min(1, at + prior.Deviation), index);
        })];
    }

    private static double Bend(IReadOnlyList<double> values, double place)
    {
        var i = (int)Math.Round(place * (Points - 1));
        return Math.Abs(values[i - 3] + values[i + 3] - (2 * values[i])) + 1e-6;
    }
}
