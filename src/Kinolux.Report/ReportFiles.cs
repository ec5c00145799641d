using System.Text;
using System.Text.Json;
using Kinolux.Core.Text;

namespace Kinolux.Report;

/// <summary>What a report's page has beside it in its folder.</summary>
internal sealed class ReportFiles(string folder)
{
    /// <summary>Writes what the page loads by its name: a script, since a page opened from disk can fetch nothing.</summary>
    public void WritePart(string name, object content)
    {
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        File.WriteAllText(Path.Combine(folder, "data", name + ".js"), $"kinoluxPart(\"{name}\",{InScript(content)});\n");
    }

    public void Write(string name, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(Path.Combine(folder, name), append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        write(writer);
    }

    /// <summary>A value as JSON. Nothing that a file name or a reason says may end the script element that it is in.</summary>
    public static string InScript(object content) => JsonSerializer.Serialize(content, KinoluxJson.Line).Replace("<", "\\u003c", StringComparison.Ordinal);
}
