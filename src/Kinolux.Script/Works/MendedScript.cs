using System.Text;
using Kinolux.Core.Files;
using Kinolux.Script.Files;
using Kinolux.Work;
using Kinolux.Work.Review;

namespace Kinolux.Script.Works;

/// <summary>A copy of a script in which every mend that was accepted is done.</summary>
public static class MendedScript
{
    /// <summary>Writes the copy, in Fountain: a Fountain script keeps its encoding and line ends.</summary>
    /// <param name="findings">Of the work, as they are decided now.</param>
    /// <returns>How many mends are done.</returns>
    /// <exception cref="Core.Faults.FaultException">The script cannot be read; KX4001, KX4101: the disk refuses.</exception>
    public static int Write(WorkFolder work, string source, IEnumerable<ProposalView> findings, string output)
    {
        var version = ScriptVersion.Of(work, source, work.Log.Read());
        List<(int Line, Mend Mend)> mends = [];
        foreach (var finding in findings.Where(finding => finding.Now.Applies))
            if (Mend.Of(finding.Change) is { } mend)
                mends.Add(((int)finding.Place.Extent.First, mend));
        var text = Mend.Apply(version.Script.Source, mends);
        AtomicFile.Write(output, stream => stream.Write(version.File.Format == ScriptFormat.Fountain ? (version.File.Text with { Text = text }).Bytes() : Encoding.UTF8.GetBytes(text)));
        return mends.Count;
    }
}
