using System.Collections.Concurrent;
using Kinolux.Core.Faults;
using Kinolux.Core.Time;
using Kinolux.Media;

namespace Kinolux.Studio.Films;

/// <summary>What film files are, kept for as long as they stay as they are: counting a film's frames takes a while.</summary>
internal sealed class FilmInfos
{
    private readonly ConcurrentDictionary<string, (FilmStamp Stamp, Lazy<FilmInfo> Info)> _known = new(StringComparer.Ordinal);

    /// <exception cref="FaultException">KX10xx: it cannot be read as a film.</exception>
    public FilmInfo Of(string path, Rational? rate)
    {
        // Where nothing is, opening says what is wrong.
        if (StampOf(path) is not { } stamp)
            return Film.Open(path, rate);
        // Devices and pipes have no length, and would never end.
        if (stamp.Length == 0 && File.Exists(path))
            throw FaultException.Of("KX1003", ("film", path));
        var (_, info) = _known.AddOrUpdate(path, _ => (stamp, Opening(path, rate)), (_, known) => known.Stamp == stamp ? known : (stamp, Opening(path, rate)));
        return info.Value;
    }

    /// <summary>The same, where it is known already.</summary>
    public FilmInfo? Known(string path) => _known.TryGetValue(path, out var known) && known.Info.IsValueCreated && known.Stamp == StampOf(path) ? known.Info.Value : null;

    /// <summary>Length and time of a file, or time of the folder of a sequence; null where nothing is there.</summary>
    public FilmStamp? StampOf(string path)
    {
        if (Film.IsPattern(path))
            return Directory.Exists(Path.GetDirectoryName(path)) ? new FilmStamp(0, Directory.GetLastWriteTimeUtc(Path.GetDirectoryName(path) ?? "")) : null;
        var file = new FileInfo(path);
        return file.Exists ? new FilmStamp(file.Length, file.LastWriteTimeUtc) : null;
    }

    private static Lazy<FilmInfo> Opening(string path, Rational? rate) => new(() => Film.Open(path, rate));
}
