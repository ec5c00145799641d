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
    /// <summary>The format that a file's name asks for.</summary>
    /// <exception cref="FaultException">KX1405: none that is written.</exception>
    public static ScriptFormat FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".fdx" => ScriptFormat.FinalDraft,
        ".fountain" or ".spmd" or ".txt" or ".md" => ScriptFormat.Fountain,
        _ => throw FaultException.Of("KX1405", ("file", path)),
    };

    /// <summary>Writes a script to a file, whole or not at all.</summary>
    /// <returns>What the format cannot hold.</returns>
    /// <exception cref="FaultException">KX1405: no such format; KX1406: it is the script itself; KX1407: something is there.</exception>
    public static IReadOnlyList<ScriptLoss> Write(ScriptFile file, string output, bool overwrite)
    {
        var format = FormatOf(output);
        if (Real(output) == Real(file.Path))
            throw FaultException.Of("KX1406", ("file", output));
        if (Path.Exists(output) && (!overwrite || Directory.Exists(output)))
            throw FaultException.Of("KX1407", ("file", output));
        if (format == file.Format)
        {
            AtomicFile.Write(output, stream => stream.Write(file.Text.Bytes()));
            return [];
        }
        var written = format == ScriptFormat.FinalDraft ? FdxWriter.Write(file.Script) : FountainWriter.Write(file.Script);
        AtomicFile.Write(output, stream => stream.Write(Encoding.UTF8.GetBytes(written.Text)));
        return written.Losses;
    }

    private static string Real(string path) => (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
}
