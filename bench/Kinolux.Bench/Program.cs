using Kinolux.Bench.Forecast;
using Kinolux.Bench.Harm;
using Kinolux.Bench.Judges;
using Kinolux.Bench.Models;
using Kinolux.Bench.Motion;
using Kinolux.Bench.Previs;
using Kinolux.Bench.Repeats;
using Kinolux.Bench.Restore;
using Kinolux.Bench.Review;
using Kinolux.Bench.Scripts;
using Kinolux.Bench.Scripts.HeldBack;
using Kinolux.Bench.Scripts.Lint;
using Kinolux.Bench.Studio;
using Kinolux.Bench.Speed;
using Kinolux.Restore.Stages;

var clips = Path.GetFullPath(Path.Combine("..", "shared", "data", "restoration", "clean_video"));
switch (args)
{
    case ["restore", .. var wanted]:
        if (!Directory.Exists(clips))
        {
            Console.Error.WriteLine($"The clean clips are absent: {clips}");
            return 3;
        }
        var scratch = Directory.CreateTempSubdirectory("kinolux-bench-").FullName;
        try
        {
            var quality = wanted.Contains("fast") ? Quality.Fast : wanted.Contains("balanced") ? Quality.Balanced : Quality.Best;
            var names = wanted.Where(word => word is not ("fast" or "balanced" or "best")).ToList();
            var trials = Trial.All.Where(trial => names.Exists(name => trial.Name.StartsWith(name, StringComparison.Ordinal))).ToList();
            var films = Directory.EnumerateFiles(clips, "*.mkv").Order(StringComparer.Ordinal).ToList();
            var chosen = films.Where(film => names.Exists(name => Path.GetFileName(film).StartsWith(name, StringComparison.Ordinal))).ToList();
            new RestoreBench(chosen.Count > 0 ? chosen : films, scratch, quality).Run(trials.Count > 0 ? trials : Trial.All);
            if (names.Count == 0)
                Speed(scratch, [], 96, colour: false, keep: false);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
        return 0;
    case ["harm", .. var meant]:
        var drawn = Directory.CreateTempSubdirectory("kinolux-bench-").FullName;
        try
        {
            new HarmBench(clips, drawn).Run(meant);
        }
        finally
        {
            Directory.Delete(drawn, recursive: true);
        }
        return 0;
    case ["judges", .. var judged]:
        JudgeBench.Run(FilmsAmong(judged), Count(judged), null);
        return 0;
    case ["candidates", var folder, .. var judged]:
        JudgeBench.Run(FilmsAmong(judged), Count(judged), folder);
        return 0;
    case ["disputed", var sheets, var disputed, .. var span]:
        Disagreement.Run(disputed, span.Length > 1 ? Count(span[..1]) : 0, span.Length > 1 ? Count(span[1..]) : 32, sheets);
        return 0;
    case ["lines", .. var further]:
        var made = Directory.CreateTempSubdirectory("kinolux-bench-").FullName;
        try
        {
            new LineBench().Run([.. LineFilms.Make(Path.GetDirectoryName(clips) ?? "", made), .. further.Select(film => (film, Path.GetFileNameWithoutExtension(film), film))], LineFilms.Frames);
        }
        finally
        {
            Directory.Delete(made, recursive: true);
        }
        return 0;
    case ["forecast", .. var rest]:
        ForecastBench.Run(Path.GetFullPath(Path.Combine("..", "shared", "data", "story", "movies_538", "bechdel", "movies.csv")), Path.Combine("src", "Kinolux.Script", "Forecast", "box-office.json"), rest is ["--write"]);
        return 0;
    case ["scripts", "held-back", .. var asked]:
        HeldBackBench.Run(Path.GetFullPath(Path.Combine("..", "shared", "data", "story")), asked);
        return 0;
    case ["scripts", "pdf", .. var documents]:
        var printed = Directory.CreateTempSubdirectory("kinolux-bench-").FullName;
        try
        {
            var stories = Path.GetFullPath(Path.Combine("..", "shared", "data", "story"));
            PdfBench.Run(printed, documents.Length > 0 ? documents : [.. Directory.EnumerateFiles(Path.Combine(stories, "screenplain", "examples"), "*.pdf").Order()],
                documents.Length > 0 ? [] : [.. Directory.EnumerateFiles(stories, "*.fountain", SearchOption.AllDirectories).Where(path => new FileInfo(path).Length > 5_000).Order(), .. Directory.EnumerateFiles(Path.Combine(stories, "shakespeare_pd", "data"), "*.csv").Where(path => !path.Contains("metadata", StringComparison.Ordinal)).Order()]);
        }
        finally
        {
            Directory.Delete(printed, recursive: true);
        }
        return 0;
    case ["scripts", "calibrate"]:
        CalibrationBench.Run(Path.GetFullPath(Path.Combine("..", "shared", "data", "story")));
        return 0;
    case ["scripts", "field", .. var wishes]:
        FieldBench.Run(Path.GetFullPath(Path.Combine("..", "shared", "data", "story")), wishes);
        return 0;
    case ["scripts", "lint", .. var how]:
        LintBench.Run(how.Contains("--missed"));
        return 0;
    case ["scripts", .. var scripts]:
        var peers = Directory.CreateTempSubdirectory("kinolux-bench-").FullName;
        try
        {
            var shared = Path.GetFullPath(Path.Combine("..", "shared", "data", "story"));
            ScriptBench.Run(peers, scripts.Length > 0 ? scripts : [.. Directory.EnumerateFiles(shared, "*.fountain", SearchOption.AllDirectories).Where(path => new FileInfo(path).Length > 50_000)]);
        }
        finally
        {
            Directory.Delete(peers, recursive: true);
        }
        return 0;
    case ["flecks", .. var dirty]:
        FleckBench.Run(FilmsAmong(dirty));
        return 0;
    case ["particles", .. var shots]:
        ParticleBench.Run(shots.Contains("best") ? Quality.Best : Quality.Balanced, [.. shots.Where(word => word is not ("best" or "balanced"))]);
        return 0;
    case ["previs", "raster", .. var drawings]:
        RasterBench.Run(drawings is [var album] ? album : null);
        return 0;
    case ["repeats", .. var copied]:
        var again = Directory.CreateTempSubdirectory("kinolux-bench-").FullName;
        try
        {
            RepeatBench.Run(copied, again);
        }
        finally
        {
            Directory.Delete(again, recursive: true);
        }
        return 0;
    case ["speed", .. var asked]:
        var place = Directory.CreateTempSubdirectory("kinolux-bench-").FullName;
        try
        {
            return Speed(
                place, [.. asked.Where(word => word.Contains('x'))], asked.Where(word => word.All(char.IsAsciiDigit)).Select(int.Parse).FirstOrDefault(96), asked.Contains("colour"), asked.Contains("floors")) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    case ["review", var films, .. var shots]:
        await ReviewBench.RunAsync(films, shots is [var pictures] ? pictures : Directory.CreateTempSubdirectory("kinolux-bench-").FullName);
        return 0;
    case ["script-page"]:
        var written = Directory.CreateTempSubdirectory("kinolux-bench-").FullName;
        try
        {
            await ScriptPageBench.RunAsync(written, Path.GetFullPath(Path.Combine("..", "shared", "data", "story", "barrier15", "Season 01", "Episode 01 - The Phoenix Child.fountain")));
        }
        finally
        {
            Directory.Delete(written, recursive: true);
        }
        return 0;
    case ["studio", .. var many]:
        var production = Directory.CreateTempSubdirectory("kinolux-bench-").FullName;
        try
        {
            await StudioBench.RunAsync(clips, production, many.Select(word => int.Parse(word, System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault(200_000));
        }
        finally
        {
            Directory.Delete(production, recursive: true);
        }
        return 0;
    case ["teach"]:
        var lessons = Directory.CreateTempSubdirectory("kinolux-bench-").FullName;
        try
        {
            TeachBench.Run(clips, lessons);
        }
        finally
        {
            Directory.Delete(lessons, recursive: true);
        }
        return 0;
    case ["models", .. var words]:
        ModelsBench.Run(Path.GetDirectoryName(clips) ?? "", words);
        return 0;
    case ["motion", .. var one]:
        MotionBench.Run(clips, one is [var level] && Enum.TryParse<Quality>(level, true, out var chosenQuality) ? chosenQuality : null);
        return 0;
    default:
        Console.Error.WriteLine("./dev bench candidates OUT [FILM|lake|snow|fire]… [frames]   judges, and writes what the judge of dirt is to learn from: every candidate with its traits, its picture and the truth");
        Console.Error.WriteLine("./dev bench disputed OUT FILM [FIRST FRAMES]   sheets of what the table and the network judge otherwise, to look at");
        Console.Error.WriteLine("./dev bench flecks FILM…   whether there is dirt in films, shot by shot, and by what that is told");
        Console.Error.WriteLine("./dev bench forecast [--write]   how often the forecast of what a film takes in is right, beside the median of all; --write makes its model again");
        Console.Error.WriteLine("./dev bench harm [NAME]…   what the standard policy changes in film that has no damage, and whether confidence means what it says");
        Console.Error.WriteLine("./dev bench judges [FILM|lake|snow|fire]… [frames]   how well dirt is judged, with and without grain, and whether the confidence is a probability");
        Console.Error.WriteLine("./dev bench lines [FILM]…   how well scratches are judged on many films of the data folder and on others, each clip left out in turn, moving and still shots apart; and the judge's weights");
        Console.Error.WriteLine("./dev bench models [time] [pictures] [film] [MODEL]…   neural networks: their time and ONNX Runtime's share, the published sets, film beside the stage without them");
        Console.Error.WriteLine("./dev bench motion [fast|balanced|best]   dense motion beside OpenCV's DIS on the clean clips");
        Console.Error.WriteLine("./dev bench particles [lake|snow|fire]…    what despeckle takes of glitter, snow and sparks on the demo film");
        Console.Error.WriteLine("./dev bench previs raster [PICTURES]   how fast pictures of a moving scene are drawn; and such pictures");
        Console.Error.WriteLine("./dev bench repeats FILM…   of neighbouring frames that show one picture, how many still do after a restoration");
        Console.Error.WriteLine("./dev bench restore [fast|balanced|best] [weave|flicker|dirt|scratches|stains|missing|noise|none]… [CLIP]…   each stage beside ffmpeg's filters and OpenCV on the clean clips, undamaged clips; with none named, the speed of it all too");
        Console.Error.WriteLine("./dev bench review FOLDER [PICTURES]   every question of the restored films in FOLDER answered in the studio by keys: how many, how long until each repair is seen; a picture of each before and after");
        Console.Error.WriteLine("./dev bench scripts pdf [FILE]…   how many elements of a script come back from its PDF, others' beside their Fountain and those printed here");
        Console.Error.WriteLine("./dev bench scripts held-back [RULE]… [--missed] [--findings]   the same by somebody who saw neither rules nor the other faults: to check with, not to tune to");
        Console.Error.WriteLine("./dev bench scripts calibrate   how far the confidence of each rule is from what readers say, and how it is to be moved");
        Console.Error.WriteLine("./dev bench scripts field [--hints] [--all]   what is found in the scripts of the data folder, beside what a reader says of it");
        Console.Error.WriteLine("./dev bench scripts lint [--missed]   how many slips of continuity are found in scripts that have one, and how many in scripts that have none");
        Console.Error.WriteLine("./dev bench speed [WxH]… [frames] [colour] [floors]   a whole restoration: where the time goes, held to what it was beside ffmpeg's chain, digests of its samples; floors keeps what it costs now");
        Console.Error.WriteLine("./dev bench studio [proposals]   what a person waits for in the studio: steps at 1080p, a review of many proposals");
        Console.Error.WriteLine("./dev bench teach   how many decisions a restorer needs who knows the truth, by order and policy, with and without what rejections teach");
        return args is [] ? 0 : 2;
}

bool Speed(string place, IReadOnlyList<string> sizes, int frames, bool colour, bool keep)
{
    var floors = new SpeedFloors(Path.Combine("bench", "results", "speed-floors.json"));
    var isWithin = true;
    foreach (var size in sizes.Count > 0 ? sizes : ["720x576", "1920x1080"])
        isWithin &= new SpeedBench(clips, Directory.CreateDirectory(Path.Combine(place, size)).FullName, floors).Run(size, frames, colour, keep);
    return isWithin;
}

static int Count(string[] words) => words.Where(word => word.All(char.IsAsciiDigit)).Select(int.Parse).FirstOrDefault(14);

List<string> FilmsAmong(string[] words) =>
    words.Where(word => !word.All(char.IsAsciiDigit)).ToList() is { Count: > 0 } given ? given
    : [.. Directory.GetFiles(clips, "*.mkv").Order(StringComparer.Ordinal), .. Material.Demo.Select(shot => shot.Name)];
