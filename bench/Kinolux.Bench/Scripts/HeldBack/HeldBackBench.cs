using System.Globalization;
using Kinolux.Script.Continuity;
using Kinolux.Script.Files;
using Kinolux.Script.Fountain;

namespace Kinolux.Bench.Scripts.HeldBack;

/// <summary>How many faults the linter reports of those that were put into clean scripts and of those written by hand, and how often it is wrong on scripts of the field.</summary>
internal static class HeldBackBench
{
    private const int Places = 12;

    /// <param name="stories">The folder of scripts of the field; may be absent.</param>
    /// <param name="words"><c>--missed</c> prints each fault that is not reported, <c>--findings</c> each finding in the scripts of the field; names of rules.</param>
    public static void Run(string stories, IReadOnlyList<string> words)
    {
        var field = Field(stories);
        if (field.Count == 0)
            Console.WriteLine($"The scripts of the field are absent ({stories}): our own alone are measured.\n");
        var whole = HandSet.Whole();
        IReadOnlyList<CleanScript> twins = HandSet.Clean();
        var labels = Label.Read(Path.Combine(HandSet.Folder, "labels.tsv"));
        var rules = Injector.All.Where(injector => words.All(word => word.StartsWith('-')) || words.Contains(injector.Rule)).ToList();
        var scenes = field.Sum(script => script.Script.Scenes.Count);
        var isMissed = words.Contains("--missed");
        Console.WriteLine("| rule | injected | found | recall | in plain text | by hand | said of clean scripts of ours | in the field: right | false | unlabelled | false per 100 scenes |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        List<Row> rows = [];
        List<string> misses = [];
        foreach (var injector in rules)
        {
            var row = new Row(injector.Rule);
            foreach (var script in whole.Concat(field))
                foreach (var fault in injector.Into(script, Places))
                    row.Add(fault, HeldBackScore.IsFound(fault, script), misses);
            foreach (var fault in HandSet.Broken().Where(fault => fault.Rule == injector.Rule))
            {
                var isFound = HeldBackScore.IsFound(fault);
                (row.Hand, row.HandFound) = (row.Hand + 1, row.HandFound + (isFound ? 1 : 0));
                if (!isFound)
                    misses.Add($"by hand: {fault.Place}");
            }
            row.Twins = whole.Concat(twins).Sum(script => script.Findings.Count(finding => finding.Rule == injector.Rule && HeldBackScore.IsSure(finding)));
            foreach (var script in field)
                foreach (var finding in script.Findings.Where(finding => finding.Rule == injector.Rule && HeldBackScore.IsSure(finding)))
                    row.Judge(labels.GetValueOrDefault((script.Name, finding.Rule, Label.PlaceOf(script.Script, finding))));
            rows.Add(row);
            Console.WriteLine(row.Say(scenes));
        }
        Console.WriteLine(Row.Sum(rows).Say(scenes));
        Console.WriteLine($"\n{scenes} scenes in the field ({string.Join(", ", field.Select(script => $"{script.Name} {script.Script.Scenes.Count}"))}); {twins.Count} tricky scripts in which nothing is wrong, {whole.Count} whole ones; a finding counts from a confidence of {HeldBackScore.Sure.ToString(CultureInfo.InvariantCulture)}.");
        if (isMissed)
        {
            Console.WriteLine("\nNot reported:");
            foreach (var miss in misses)
                Console.WriteLine($"  {miss}");
            Console.WriteLine("\nSaid of clean scripts of ours:");
            foreach (var script in whole.Concat(twins))
                foreach (var finding in script.Findings.Where(HeldBackScore.IsSure))
                    Console.WriteLine($"  {script.Name}: {Say(script, finding)}");
            Console.WriteLine("\nSaid besides of scripts broken by hand:");
            foreach (var fault in HandSet.Broken())
                foreach (var finding in HeldBackScore.Split(fault).Others)
                    Console.WriteLine($"  {fault.Place}: {finding.Rule} {finding.Summary}");
        }
        if (words.Contains("--findings"))
            foreach (var script in field)
                foreach (var finding in script.Findings.Where(HeldBackScore.IsSure).Where(finding => rules.Exists(rule => rule.Rule == finding.Rule)))
                {
                    var place = Label.PlaceOf(script.Script, finding);
                    var label = labels.GetValueOrDefault((script.Name, finding.Rule, place));
                    Console.WriteLine($"{script.Name}\t{finding.Rule}\t{place}\t{(label is null ? "?" : label.IsRight ? "right" : "false")}\t{label?.Why}\t{Say(script, finding)}");
                }
    }

    private static string Say(CleanScript script, Finding finding) => string.Create(CultureInfo.InvariantCulture, $"line {script.Script.Elements[finding.Element].Span.Line + 1}, {finding.Rule} ({finding.Confidence:0.00}): {finding.Summary}");

    private static List<CleanScript> Field(string stories)
    {
        if (!Directory.Exists(stories))
            return [];
        string[] folders = ["barrier15", "ebscreenplays_pd", Path.Combine("screenplain", "examples"), Path.Combine("shakespeare_pd", "data")];
        return
        [
            .. folders.Select(folder => Path.Combine(stories, folder)).Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                .Where(path => Path.GetExtension(path) is ".fountain" or ".csv" && !path.EndsWith("metadata.csv", StringComparison.Ordinal))
                .Select(path => new CleanScript(Path.GetFileNameWithoutExtension(path), Path.GetExtension(path) == ".csv" ? FountainWriter.Write(ScriptFile.Read(path).Script).Text : File.ReadAllText(path))),
        ];
    }

    private sealed class Row(string name)
    {
        public int Injected { get; private set; }
        public int Found { get; private set; }
        public int Plain { get; private set; }
        public int PlainFound { get; private set; }
        public int Hand { get; set; }
        public int HandFound { get; set; }
        public int Twins { get; set; }
        public int Right { get; private set; }
        public int Wrong { get; private set; }
        public int Unlabelled { get; private set; }

        public void Add(Fault fault, bool isFound, List<string> misses)
        {
            if (fault.IsPlain)
                (Plain, PlainFound) = (Plain + 1, PlainFound + (isFound ? 1 : 0));
            else
                (Injected, Found) = (Injected + 1, Found + (isFound ? 1 : 0));
            if (!isFound && !fault.IsPlain)
                misses.Add($"{fault.Rule}: {fault.Place}");
        }

        // What nobody has read is counted as false.
        public void Judge(Label? label)
        {
            Right += label is { IsRight: true } ? 1 : 0;
            Wrong += label is { IsRight: true } ? 0 : 1;
            Unlabelled += label is null ? 1 : 0;
        }

        public static Row Sum(IReadOnlyList<Row> rows) => new("all")
        {
            Injected = rows.Sum(row => row.Injected), Found = rows.Sum(row => row.Found), Plain = rows.Sum(row => row.Plain), PlainFound = rows.Sum(row => row.PlainFound), Hand = rows.Sum(row => row.Hand), HandFound = rows.Sum(row => row.HandFound),
            Twins = rows.Sum(row => row.Twins), Right = rows.Sum(row => row.Right), Wrong = rows.Sum(row => row.Wrong), Unlabelled = rows.Sum(row => row.Unlabelled),
        };

        public string Say(int scenes) => string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {Injected} | {Found} | {Share(Found, Injected)} | {(Plain == 0 ? "" : $"{PlainFound}/{Plain}")} | {HandFound}/{Hand} | {Twins} | {Right} | {Wrong} | {Unlabelled} | {(scenes == 0 ? "" : (100.0 * Wrong / scenes).ToString("0.00", CultureInfo.InvariantCulture))} |");

        private static string Share(int part, int all) => all == 0 ? "" : ((double)part / all).ToString("0.00", CultureInfo.InvariantCulture);
    }
}
