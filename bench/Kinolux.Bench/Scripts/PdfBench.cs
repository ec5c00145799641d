using System.Globalization;
using Kinolux.Script.Files;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;
using Kinolux.Script.Print;

namespace Kinolux.Bench.Scripts;

/// <summary>How much of a script comes back from its PDF: elements of the same kind and words, in order, beside the Fountain that the PDF was made of.</summary>
internal static class PdfBench
{
    public static void Run(string scratch, IReadOnlyList<string> documents, IReadOnlyList<string> printed)
    {
        Console.WriteLine("| PDF | elements | come back | share | read that are not there | doubtful | of those wrong |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var path in documents)
            Row(Path.GetFileNameWithoutExtension(path), FountainReader.Read(File.ReadAllText(Path.ChangeExtension(path, ".fountain"))), ScriptFile.Read(path).Script);
        foreach (var path in printed)
        {
            var script = ScriptFile.Read(path).Script;
            var pdf = Path.Combine(scratch, "printed.pdf");
            ScriptPdf.Write(pdf, script, DateTimeOffset.UnixEpoch);
            var name = Path.GetFileNameWithoutExtension(path);
            Row($"{name}, printed by us", script, ScriptFile.Read(pdf).Script);
            // As Skia wrote it, before the script was put into it.
            var bytes = File.ReadAllBytes(pdf);
            File.WriteAllBytes(pdf, bytes[..(bytes.AsSpan().IndexOf("%%EOF"u8) + 6)]);
            Row($"{name}, its script taken out", script, ScriptFile.Read(pdf).Script);
        }
    }

    private static void Row(string name, Screenplay meant, Screenplay read)
    {
        var (one, other) = (Printed(meant), Printed(read));
        var kept = Common([.. one.Select(Say)], [.. other.Select(Say)]);
        var doubtful = other.Index().Where(element => element.Item.Confidence <= 0.5).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {one.Count} | {kept.Count} | {100.0 * kept.Count / one.Count:0.0} % | {other.Count - kept.Count} | {doubtful.Count} | {doubtful.Count(element => !kept.Contains(element.Index))} |"));
        if (Environment.GetEnvironmentVariable("KINOLUX_SHOW") is null)
            return;
        for (var i = 0; i < other.Count; i++)
            if (!kept.Contains(i))
                Console.WriteLine($"    {other[i].Confidence} {Say(other[i])}");
    }

    private static List<ScriptElement> Printed(Screenplay script) => [.. script.Elements.Where(element => element.Kind.IsPrinted && element.Kind != ElementKind.PageBreak && element.Text.Trim().Length > 0)];

    private static string Say(ScriptElement element) => $"{element.Kind} {element.Number} {string.Join(' ', element.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";

    // Indices in the second of a longest common subsequence.
    private static HashSet<int> Common(List<string> one, List<string> other)
    {
        var longest = new int[one.Count + 1, other.Count + 1];
        for (var i = one.Count - 1; i >= 0; i--)
            for (var j = other.Count - 1; j >= 0; j--)
                longest[i, j] = one[i] == other[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        HashSet<int> kept = [];
        for (var (i, j) = (0, 0); i < one.Count && j < other.Count;)
            if (one[i] == other[j])
                (i, j) = (i + 1, kept.Add(j) ? j + 1 : j + 1);
            else
                _ = longest[i + 1, j] >= longest[i, j + 1] ? i++ : j++;
        return kept;
    }
}
