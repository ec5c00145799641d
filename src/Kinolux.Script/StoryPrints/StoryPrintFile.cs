using Kinolux.Core.Faults;
using Kinolux.Core.Files;

namespace Kinolux.Script.StoryPrints;

/// <summary>A StoryPrint as a file, in the form that its name says.</summary>
public static class StoryPrintFile
{
    /// <summary>Says early that nothing could be written there.</summary>
    /// <exception cref="FaultException">KX1422: the name says no form; KX1423: something is there already.</exception>
    public static void Check(string path, bool overwrite)
    {
        if (Path.GetExtension(path).ToLowerInvariant() is not ".svg")
            throw FaultException.Of("KX1422", ("path", path));
        if (!overwrite && Path.Exists(path))
            throw FaultException.Of("KX1423", ("path", path));
    }

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <exception cref="FaultException">As for <see cref="Check"/>, and KX4001, KX4101: the disk refuses.</exception>
    public static void Write(string path, StoryPrint print, bool overwrite)
    {
        Check(path, overwrite);
        AtomicFile.WriteText(path, StoryPrintSvg.File(print));
    }
}
