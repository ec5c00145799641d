using System.Text;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Script.Fdx;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;

namespace Kinolux.Script.Files;

/// <summary>Writes a screenplay in another format, or the same bytes in its own.</summary>
public static class ScriptConversion
{
    private const string FinalDraft = ".fdx";

    /// <summary>The format that a file's name asks for.</summary>
    /// <exception cref="FaultException">KX4005: none that is written.</exception>
    public static ScriptFormat FormatOf(string path) => OutputFile.Ending(path, FinalDraft, ".fountain", ".txt", ".spmd", ".md") == FinalDraft ? ScriptFormat.FinalDraft : ScriptFormat.Fountain;

    /// <summary>Writes a script to a file, whole or not at all.</summary>
    /// <returns>What the format cannot hold.</returns>
    /// <exception cref="FaultException">KX4005: no such format; KX4004: it is the script itself; KX4003: something is there.</exception>
    public static IReadOnlyList<ScriptLoss> Write(ScriptFile file, string output, bool overwrite)
    {
        var format = FormatOf(output);
        OutputFile.Check(output, overwrite, file.Path);
        if (format == file.Format || format == ScriptFormat.Fountain && file.IsFountain)
        {
            AtomicFile.Write(output, stream => stream.Write(file.Text.Bytes()));
            return [];
        }
        var written = format == ScriptFormat.FinalDraft ? FdxWriter.Write(file.Script) : FountainWriter.Write(file.Script);
        AtomicFile.Write(output, stream => stream.Write(Encoding.UTF8.GetBytes(written.Text)));
        return written.Losses;
    }
}
