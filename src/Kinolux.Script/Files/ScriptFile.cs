using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;

namespace Kinolux.Script.Files;

/// <summary>A screenplay with the file it was read from.</summary>
/// <param name="Text">What the file says, and how its bytes are made.</param>
public sealed record ScriptFile(string Path, ScriptFormat Format, ScriptText Text, Screenplay Script)
{
    // A thousand times a feature; what is longer is no script.
    private const long MostBytes = 128 << 20;
    private const int MostOfALine = 1 << 20;

    private static readonly string[] Fountains = [".fountain", ".spmd", ".txt", ".md"];

    /// <summary>True where a file of such a name may be a screenplay.</summary>
    public static bool Takes(string path) => Fountains.Contains(System.IO.Path.GetExtension(path).ToLowerInvariant());

    /// <summary>Reads a screenplay. An empty file is an empty script.</summary>
    /// <exception cref="FaultException">KX1400: it cannot be read; KX1401: it is no text; KX1402: a line is too long.</exception>
    public static ScriptFile Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = WholeFile.Read(path, MostBytes);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw FaultException.Of("KX1400", cause, ("file", path), ("why", cause.Message));
        }
        var text = ScriptText.Read(bytes);
        Check(path, text.Text);
        return new ScriptFile(path, ScriptFormat.Fountain, text, FountainReader.Read(text.Text));
    }

    private static void Check(string path, string text)
    {
        var number = 1;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Contains('\0'))
                throw FaultException.Of("KX1401", ("file", path), ("line", number.ToString(CultureInfo.InvariantCulture)));
            if (line.Length > MostOfALine)
                throw FaultException.Of("KX1402", ("file", path), ("line", number.ToString(CultureInfo.InvariantCulture)), ("most", MostOfALine.ToString("N0", CultureInfo.InvariantCulture)));
            number++;
        }
    }
}
