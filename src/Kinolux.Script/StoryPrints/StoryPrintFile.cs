using Kinolux.Core.Faults;
using Kinolux.Core.Files;

namespace Kinolux.Script.StoryPrints;

/// <summary>A StoryPrint as a file, in the form that its name says.</summary>
public static class StoryPrintFile
{
    private const string Svg = ".svg", Html = ".html";

    /// <summary>Says early that nothing could be written there.</summary>
    /// <exception cref="FaultException">KX4005: the name says no form; KX4003: something is there already; KX4004: it is one of the scripts.</exception>
    public static void Check(string path, bool overwrite, params ReadOnlySpan<string> sources)
    {
        _ = OutputFile.Ending(path, Svg, Html);
        OutputFile.Check(path, overwrite, sources);
    }

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <exception cref="FaultException">As for <see cref="Check"/>, and KX3003: this build has no pages; KX4001, KX4101: the disk refuses.</exception>
    public static void Write(string path, StoryPrint print, bool overwrite)
    {
        Check(path, overwrite);
        AtomicFile.WriteText(path, OutputFile.Ending(path, Svg, Html) == Svg ? StoryPrintSvg.File(print) : StoryPrintPage.Of(print));
    }
}
