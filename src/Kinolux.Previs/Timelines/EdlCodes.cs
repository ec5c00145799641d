using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Time;

namespace Kinolux.Previs.Timelines;

/// <summary>Reads the timecodes of one edit list, and holds them to what the list says of drop frame.</summary>
internal sealed class EdlCodes(string file, Rational rate)
{
    // What was said last: by an FCM line, or by the first timecode.
    private bool? _drop;
    private string _said = "";

    public bool IsDrop => _drop ?? false;

    /// <summary>A line that begins with FCM.</summary>
    public void Mode(int line, string text)
    {
        var drop = text.Contains("DROP", StringComparison.OrdinalIgnoreCase) && !text.Contains("NON", StringComparison.OrdinalIgnoreCase);
        if (drop && !Timecode.MayDrop(rate))
            throw NotDropped(line);
        (_drop, _said) = (drop, $"FCM: {(drop ? "DROP" : "NON-DROP")} FRAME");
    }

    /// <exception cref="FaultException">KX1564: no such timecode; KX1565: dropped here and not there; KX1566: nothing is dropped at this rate.</exception>
    public Timecode Read(int line, string code)
    {
        var drop = code[8] != ':';
        if (drop && !Timecode.MayDrop(rate))
            throw NotDropped(line);
        if (_drop is null)
            (_drop, _said) = (drop, code);
        if (drop != _drop)
            throw FaultException.Of("KX1565", ("line", Number(line)), ("file", file), ("timecode", code), ("written", drop ? "drop frame" : "non-drop frame"), ("said", _said));
        return Timecode.TryParse($"{code[..2]}:{code[3..5]}:{code[6..]}", rate, out var value)
            ? value
            : throw FaultException.Of("KX1564", ("line", Number(line)), ("file", file), ("timecode", code), ("rate", $"{rate}{(drop ? " drop frame" : "")}"));
    }

    private FaultException NotDropped(int line) => FaultException.Of("KX1566", ("rate", rate.ToString())).With($"line {Number(line)} of {file}");

    private static string Number(int line) => line.ToString(CultureInfo.InvariantCulture);
}
