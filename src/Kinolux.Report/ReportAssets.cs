using Kinolux.Core.Faults;

namespace Kinolux.Report;

/// <summary>The page's own files, built in <c>web/</c> and embedded.</summary>
public static class ReportAssets
{
    public static string Page => Read("report.html");

    public static void CopyTo(string folder)
    {
        foreach (var name in new[] { "report.js", "report.css" })
            File.WriteAllText(Path.Combine(folder, name), Read(name));
    }

    /// <param name="name"><c>report.html</c>, <c>report.js</c> or <c>report.css</c>.</param>
    /// <exception cref="FaultException">KX3003: this build has no pages.</exception>
    public static string Read(string name)
    {
        using var stream = typeof(ReportAssets).Assembly.GetManifestResourceStream("web/" + name) ?? throw FaultException.Of("KX3003");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
