using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Time;

namespace Kinolux.Previs.Timelines;

/// <summary>Reads CMX3600 edit lists: what was cut in another program comes back, in order and length. What cannot be meant is a fault with its line; what is read otherwise than it is written is remarked.</summary>
public static class EdlReader
{
    internal const string Rate = "RATE";
    internal const string Reel = "REEL NAME";

    /// <summary>Begins the name of a wipe's kind; its three digits follow.</summary>
    internal const string Wipe = "SMPTE_Wipe_";

    /// <param name="file">What the list is called in faults.</param>
    /// <param name="rate">Frames a second; null where the list is ours and says it.</param>
    /// <exception cref="FaultException">KX1561: it is no edit list; KX1562: no rate is known; KX1563 to KX1566: a line cannot be meant.</exception>
    public static TimelineReading Read(string text, string file, Rational? rate = null)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var said = RateOf(lines);
        var list = new EdlList(file, rate ?? said ?? throw FaultException.Of("KX1562", ("file", file)));
        if (said is { } other && rate is { } asked && other != asked)
            list.Remark(0, $"the list says that it has {other} frames a second; it was read at {asked}");
        for (var i = 0; i < lines.Length; i++)
            list.Take(i + 1, lines[i].Trim());
        return list.End();
    }

    private static Rational? RateOf(string[] lines)
    {
        foreach (var line in lines)
            if (Key(line.Trim()) is (Rate, var value) && Rational.TryParse(value, out var rate) && rate.IsPositive && rate < new Rational(1000, 1))
                return rate;
        return null;
    }

    /// <summary>Key and value of a comment: <c>* FROM CLIP NAME: A</c>, also without the star.</summary>
    internal static (string Key, string Value)? Key(string line)
    {
        var text = line.AsSpan().TrimStart('*').TrimStart();
        var colon = text.IndexOf(':');
        return colon > 0 ? (text[..colon].TrimEnd().ToString().ToUpper(CultureInfo.InvariantCulture), text[(colon + 1)..].Trim().ToString()) : null;
    }
}
