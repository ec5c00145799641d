using Kinolux.Core.Faults;
using Kinolux.Media.Sequences;

namespace Kinolux.Media.Outputs;

/// <summary>Refuses an output that cannot or must not be written, before anything is done.</summary>
internal static class OutputRefusal
{
    /// <exception cref="FaultException">KX1201 exists, KX1202 no folder, KX1204 not writable, KX1209 is the source.</exception>
    public static void Require(string path, OutputKind kind, FilmInfo? source, bool overwrite)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        if (!Directory.Exists(folder))
            throw FaultException.Of("KX1202", ("output", path));
        if (source is not null && Path.GetFullPath(source.Path) == Path.GetFullPath(path))
            throw FaultException.Of("KX1209", ("output", path));
        if (Directory.Exists(path) || (!overwrite && Exists(path, kind)))
            throw FaultException.Of("KX1201", ("output", path));
        var probe = Path.Combine(folder, $".{Guid.NewGuid():N}.part");
        try
        {
            using (File.Create(probe, 1, FileOptions.DeleteOnClose))
            {
            }
        }
        catch (Exception cause) when (cause is UnauthorizedAccessException or IOException)
        {
            throw FaultException.Of("KX1204", cause, ("output", path));
        }
    }

    private static bool Exists(string path, OutputKind kind) => kind.IsSequence() ? ImageSequence.TryFind(path) is not null : File.Exists(path);
}
