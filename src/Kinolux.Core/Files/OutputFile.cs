using Kinolux.Core.Faults;

namespace Kinolux.Core.Files;

/// <summary>A file that a person asks for by its name.</summary>
public static class OutputFile
{
    /// <summary>Says before any work that it is there, unless it may be replaced; what it is made from is never replaced.</summary>
    /// <exception cref="FaultException">KX4003: it is there already; KX4004: it is what it would be made from; KX4101: it has no name.</exception>
    public static void Check(string path, bool overwrite, params ReadOnlySpan<string> sources)
    {
        if (path.Length == 0)
            throw FaultException.Of("KX4101", ("path", "the output"), ("why", "it has no name"));
        foreach (var source in sources)
            if (Target(path) == Target(source))
                throw FaultException.Of("KX4004", ("output", path), ("source", source));
        if (Directory.Exists(path) || (!overwrite && Path.Exists(path)))
            throw FaultException.Of("KX4003", ("output", path));
    }

    /// <summary>The ending of its name, in lower case, which says what is to be made.</summary>
    /// <exception cref="FaultException">KX4005: it is none of those.</exception>
    public static string Ending(string path, params ReadOnlySpan<string> endings)
    {
        var ending = Path.GetExtension(path).ToLowerInvariant();
        return endings.Contains(ending) ? ending : throw FaultException.Of("KX4005", ("output", path), ("endings", string.Join(", ", endings)));
    }

    // Two names of one file are one file.
    private static string Target(string path)
    {
        if (path.Length == 0)
            return path;
        var full = Path.GetFullPath(path);
        return File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }
}
