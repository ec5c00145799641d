using System.Numerics;

namespace Kinolux.Restore.Demo;

/// <summary>Capitals of a few straight and round strokes, in a cell 1 high: enough letters for the film's title.</summary>
internal static class StrokeFont
{
    /// <summary>Polylines as pairs of hexadecimal digits: x from 0 to 8, y from 0 (top) to C (foot); a space lifts the pen.</summary>
    private static readonly Dictionary<char, (int Width, string Strokes)> Letters = new()
    {
        ['A'] = (8, "0C40 408C 1767"),
        ['B'] = (7, "000C 0050617284756606 06567788 6B5C0C 88876B"),
        ['D'] = (8, "000C 0040718396894B3C0C"),
        ['E'] = (6, "60000C6C 0656"),
        ['F'] = (6, "6000060C 0656"),
        ['G'] = (8, "827150311204081A2B4C5C7B8986 5686"),
        ['H'] = (8, "000C 808C 0686"),
        ['I'] = (2, "101C"),
        ['K'] = (7, "000C 7006 267C"),
        ['L'] = (6, "000C6C"),
        ['N'] = (8, "0C008C80"),
        ['O'] = (9, "4021130408195A3B4C5C7B89A8"),
        ['R'] = (7, "000C 0050617284756606 467C"),
        ['S'] = (7, "71502001020415566778 7A6B4C2C0A"),
        ['T'] = (8, "0080 404C"),
        ['Y'] = (8, "004680 464C"),
    };

    /// <summary>The strokes of a line of text, centred on (0, 0), letters <paramref name="size"/> high.</summary>
    public static List<(Vector2 From, Vector2 To)> Lay(string text, float size)
    {
        var unit = size / 12;
        var strokes = new List<(Vector2, Vector2)>();
        var pen = 0f;
        foreach (var letter in text)
        {
            if (!Letters.TryGetValue(letter, out var shape))
            {
                pen += 5 * unit;
                continue;
            }
            foreach (var line in shape.Strokes.Split(' '))
                for (var i = 2; i + 1 < line.Length; i += 2)
                    strokes.Add((At(line, i - 2), At(line, i)));
            pen += (shape.Width + 3.2f) * unit;

            Vector2 At(string line, int i) => new(pen + Digit(line[i]) * unit, Digit(line[i + 1]) * unit);
        }
        var centre = new Vector2((pen - 3.2f * unit) / 2, size / 2);
        return strokes.ConvertAll(stroke => (stroke.Item1 - centre, stroke.Item2 - centre));
    }

    private static int Digit(char hex) => hex <= '9' ? hex - '0' : hex - 'A' + 10;
}
