using System.Text.Json.Nodes;
using Kinolux.Core.Text;

namespace Kinolux.Script.Works;

/// <summary>A change of a few lines that mends a finding: what applying it means, to a copy or in an editor. A script on the disk is never changed.</summary>
/// <param name="From">The first line that is replaced, counted from the finding's first line.</param>
/// <param name="Lines">How many lines are replaced.</param>
/// <param name="Text">The lines that stand there instead.</param>
/// <param name="Says">What it does, for a person.</param>
public sealed record Mend(int From, int Lines, IReadOnlyList<string> Text, string Says)
{
    /// <summary>As a proposal's change.</summary>
    internal JsonObject ToChange() => System.Text.Json.JsonSerializer.SerializeToNode(this, KinoluxJson.Line)?.AsObject() ?? [];

    /// <summary>Null where a change is no mend.</summary>
    internal static Mend? Of(JsonObject? change)
    {
        if (change is null || !change.ContainsKey("from"))
            return null;
        try
        {
            return KinoluxJson.Read<Mend>(change.ToJsonString());
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>A text with it done.</summary>
    /// <param name="line">The finding's first line, from 0.</param>
    internal string Apply(string text, int line) => Apply(text, [(line, this)]);

    /// <summary>A text with several done; of two that touch the same lines the first in the text is.</summary>
    internal static string Apply(string text, IEnumerable<(int Line, Mend Mend)> mends)
    {
        var lines = text.Split('\n').ToList();
        var end = lines[0].EndsWith('\r') ? "\r" : "";
        var free = 0L;
        List<(int First, Mend Mend)> done = [];
        foreach (var (line, mend) in mends.Select(mend => (First: (long)mend.Line + mend.Mend.From, mend.Mend)).OrderBy(mend => mend.First))
            // What a person edits may say anything.
            if (line >= free && line >= 0 && line <= lines.Count && mend.Lines >= 0 && mend.Lines <= lines.Count - line)
            {
                done.Add(((int)line, mend));
                free = line + Math.Max(1, mend.Lines);
            }
        foreach (var (first, mend) in Enumerable.Reverse(done))
        {
            lines.RemoveRange(first, mend.Lines);
            lines.InsertRange(first, mend.Text.Select(line => line + end));
        }
        return string.Join('\n', lines);
    }
}
