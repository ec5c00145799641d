using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Time;

namespace Kinolux.Previs.Timelines;

/// <summary>Timelines in files, whose ending says the format.</summary>
public static class TimelineFile
{
    private const long Largest = 64 << 20;

    /// <summary>Writes .otio, .edl, .csv or .json, whole or not at all.</summary>
    /// <exception cref="FaultException">KX4005: another ending; KX1566, KX1567: an edit list cannot hold it; KX4001, KX4101: the disk refuses.</exception>
    public static void Write(string path, Timeline timeline) => AtomicFile.WriteText(path, OutputFile.Ending(path, ".otio", ".edl", ".csv", ".json") switch
    {
        ".otio" => OtioWriter.Write(timeline),
        ".edl" => EdlWriter.Write(timeline),
        ".csv" => TimelineTable.Write(timeline),
        _ => TimelineJson.Write(timeline),
    });

    /// <summary>Reads an edit list or OpenTimelineIO, by the ending.</summary>
    /// <param name="rate">Of an edit list that does not say it.</param>
    /// <exception cref="FaultException">KX1560: it cannot be read; KX1561 to KX1566: what is wrong with it.</exception>
    public static TimelineReading Read(string path, Rational? rate = null)
    {
        string text;
        try
        {
            text = WholeFile.Text(path, Largest);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw FaultException.Of("KX1560", cause, ("file", path), ("why", cause.Message));
        }
        return Path.GetExtension(path).Equals(".edl", StringComparison.OrdinalIgnoreCase) ? EdlReader.Read(text, path, rate) : OtioReader.Read(text, path);
    }
}
