using System.Globalization;
using System.Text;
using Kinolux.Core.Faults;
using Kinolux.Core.Processes;

namespace Kinolux.Previs.Voices;

/// <summary>The programs that speak. A text goes to them on standard input or in a file, never as an argument, and through no shell.</summary>
internal static class Synthesiser
{
    /// <summary>What a program says that it is, the first line; null where it is not installed. Its sound hangs on it.</summary>
    public static string? Version(string program)
    {
        try
        {
            var result = Tool.Run(program, [program.Contains(Voice.Espeak, StringComparison.Ordinal) ? "--version" : program == Voice.Festival ? "-v" : "--version"]);
            var text = result.Output.Trim().Length > 0 ? result.Output : result.ErrorTail;
            return text.Trim().Split('\n')[0];
        }
        catch (FaultException fault) when (fault.Fault.Code == "KX3001")
        {
            return null;
        }
    }

    /// <summary>Writes a WAV file with the text, of whatever sample rate the voice has.</summary>
    /// <exception cref="FaultException">KX1581: it did not.</exception>
    public static void Say(string program, Voice voice, string language, string text, string output, CancellationToken cancel)
    {
        // A variant that this version has not, and then a language: the next best is better than nothing.
        string[] names = voice.Engine == Voice.Espeak ? [$"{language}+{voice.Name}", language, SpokenLanguage.English] : [voice.Name];
        // It would take another voice in its place without a word.
        if (voice.Engine == Voice.Flite && !Tool.Run(program, ["-lv"], cancel).Output.Split([' ', '\n']).Contains(voice.Name))
            throw FaultException.Of("KX1581", ("voice", voice.ToString()), ("why", "flite has no such voice"));
        var why = "";
        foreach (var name in names)
        {
            if (Run(voice.Engine == Voice.Festival ? "text2wave" : program, Arguments(voice, name, output), text, cancel, out why) && File.Exists(output))
                return;
            cancel.ThrowIfCancellationRequested();
        }
        throw FaultException.Of("KX1581", ("voice", voice.ToString()), ("why", why.Length > 0 ? why : "it wrote nothing"));
    }

    private static IEnumerable<string> Arguments(Voice voice, string name, string output) => voice.Engine switch
    {
        Voice.Espeak => ["-v", name, "-p", Number(voice.Pitch), "-s", Number(voice.Speed), "-b", "1", "-z", "--stdin", "-w", output],
        Voice.Flite => ["-voice", name, "--setf", $"duration_stretch={(165.0 / voice.Speed).ToString("0.###", CultureInfo.InvariantCulture)}", "/dev/stdin", output],
        _ => ["-o", output, "-eval", $"(voice_{name})", "-"],
    };

    private static bool Run(string program, IEnumerable<string> arguments, string text, CancellationToken cancel, out string why)
    {
        using var tool = Tool.Start(program, arguments);
        using var stop = cancel.Register(tool.Kill);
        try
        {
            tool.Input.Write(Encoding.UTF8.GetBytes(text + "\n"));
            tool.Input.Close();
        }
        catch (IOException)
        {
            // It ended before it had read all: its exit code says why.
        }
        tool.Output.CopyTo(Stream.Null);
        var code = tool.Wait();
        why = tool.ErrorTail.Trim().Split('\n')[^1];
        return code == 0;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
