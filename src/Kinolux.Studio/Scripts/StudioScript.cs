using System.Security.Cryptography;
using System.Text;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Script.Files;
using Kinolux.Work.Library;

namespace Kinolux.Studio.Scripts;

/// <summary>A work of the production whose document is a script, and its file.</summary>
/// <param name="Path">Full path of the file, in the production and behind no link.</param>
internal sealed record StudioScript(WorkItem Work, string Path)
{
    /// <summary>What a page may send, and an editor hold.</summary>
    public const long MostBytes = 8 << 20;

    private static readonly Lock Saving = new();

    public string Id => Work.Id;

    /// <summary>The script with the tag of this state of its file.</summary>
    /// <exception cref="FaultException">KX6071: it is too long for an editor; KX14xx: it cannot be read.</exception>
    public (ScriptFile File, string Tag) Read()
    {
        var file = Probe(Path);
        return (file, TagOf(file.Text.Bytes()));
    }

    /// <summary>Opens a script that is none of the production yet.</summary>
    /// <exception cref="FaultException">As for <see cref="Read"/>.</exception>
    public static ScriptFile Probe(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: > MostBytes })
            throw FaultException.Of("KX6071", ("file", System.IO.Path.GetFileName(path)));
        return ScriptFile.Read(path);
    }

    /// <summary>Writes a text over the script that was opened, in its encoding and with its line ends.</summary>
    /// <param name="text">Lines parted by <c>\n</c>.</param>
    /// <param name="tag">Of the state that was opened.</param>
    /// <param name="asUtf8">True to give it another encoding, which has every character.</param>
    /// <returns>The tag of what is on the disk now, and its length.</returns>
    /// <exception cref="FaultException">KX6070: the file is another now; KX6072: its encoding lacks a character; KX6073: it is no Fountain; KX4001, KX4101: the disk refuses.</exception>
    public (string Tag, long Size) Save(string text, string tag, bool asUtf8)
    {
        var name = System.IO.Path.GetFileName(Path);
        lock (Saving)
        {
            if (!File.Exists(Path))
                throw FaultException.Of("KX6070", ("file", name));
            var there = Read();
            if (there.Tag != tag)
                throw FaultException.Of("KX6070", ("file", name));
            if (there.File.Format != ScriptFormat.Fountain)
                throw FaultException.Of("KX6073", ("file", name));
            var written = there.File.Text.With(text);
            if (asUtf8)
                written = new ScriptText(written.Text, new UTF8Encoding(false, true), false);
            if (written.Lacks() is >= 0 and var at)
                throw FaultException.Of("KX6072", ("file", name), ("encoding", written.Encoding.WebName), ("character", Rune.GetRuneAt(written.Text, at).ToString()), ("line", $"{written.Text.AsSpan(0, at).Count('\n') + 1}"));
            ScriptFile.Check(Path, written.Text);
            var bytes = written.Bytes();
            var mode = OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(Path);
            AtomicFile.Write(Path, stream => stream.Write(bytes));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(Path, mode);
            return (TagOf(bytes), bytes.Length);
        }
    }

    private static string TagOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..32];
}
