#:property PublishAot=false
#:property NoWarn=$(NoWarn);RS0030
// What builders of Kinolux run; ./dev calls this. RS0030 is off because this file is the terminal and starts programs, and nothing else uses it.
using System.Diagnostics;
using System.Text.RegularExpressions;

string[] kernels = ["--filter-class", "*KernelTests", "*SimdWidthTests", "*StageBitsTests"];
try
{
    return args switch
    {
        ["test", .. var rest] => Test(rest),
        ["check"] => Check(),
        ["simd"] => Simd(),
        ["golden", .. var rest] => Golden(rest),
        ["bench", "kills", .. var rest] => Often("*RandomKillTests", "KINOLUX_KILLS", rest is [var count] ? count : "100"),
        ["bench", "fuzz", .. var rest] => Often("*FuzzTests", "KINOLUX_FUZZ", rest is [var count] ? count : "200"),
        ["bench", .. var rest] => Run("dotnet", ["run", "-c", "Release", "--project", "bench/Kinolux.Bench", "--", .. rest]),
        ["docs"] => Docs(),
        ["web"] => Web(),
        ["pictures"] => Pictures(),
        ["release", .. var rest] => Run("dotnet", ["run", "--file", "build/release.cs", "--", .. rest]),
        _ => Help(),
    };
}
catch (Failed failure)
{
    Console.Error.WriteLine($"dev: {failure.Message}");
    return 1;
}

int Help()
{
    Console.Error.WriteLine(
        """
        ./dev test [--quick] [FILTER…]   every test project; closes with one line "N passed, N failed, N skipped"
                                         --quick leaves out Category=Slow; a filter such as '*Png*' picks test classes
        ./dev check                      formatting and a build without warnings
        ./dev simd                       the kernel tests on every SIMD width
        ./dev golden [--accept]          the golden pictures; --accept takes the new ones (a commit of its own, with the reason)
        ./dev bench [NAME…]              the benchmarks
        ./dev bench kills [N]            kills N restorations at random moments (100) and compares what they end in
        ./dev bench fuzz [N]             damages N files of every kind (200) and reads them
        ./dev docs                       writes docs/reference, and the lists of public types and members
        ./dev web                        builds the pages (every build does, where web/src changed)
        ./dev pictures                   makes the pictures of README and guide again, from the film of the demo
        ./dev release [PLATFORM…]        archives that need no .NET, in artifacts/release: linux-x64 (tried there and then),
                                         win-x64 and osx-arm64 (untested); build/Containerfile makes a container of the first
        """);
    return args is [] or ["--help" or "-h"] ? 0 : 2;
}

int Test(string[] rest)
{
    var quick = rest.Contains("--quick");
    var classes = rest.Where(word => word != "--quick").ToArray();
    InstallWhatTestsNeed();
    Build("Kinolux.slnx");
    string[] filter = classes.Length > 0 ? ["--filter-class", .. classes] : quick ? ["--filter-not-trait", "Category=Slow"] : [];
    var (passed, failed, skipped, broken) = (0, 0, 0, false);
    foreach (var project in Directory.GetDirectories("tests").Select(folder => Path.GetFileName(folder)).Order())
    {
        if (!File.Exists($"tests/{project}/{project}.csproj"))
            continue;
        var lines = new List<string>();
        var exit = Run(TestProgram(project), ["--no-ansi", "--progress", "off", .. filter], lines.Add);
        int Count(string name) => lines.Select(line => Regex.Match(line, $@"^\s+{name}: (\d+)$")).LastOrDefault(match => match.Success) is { } found ? int.Parse(found.Groups[1].Value) : 0;
        (passed, failed, skipped) = (passed + Count("succeeded"), failed + Count("failed"), skipped + Count("skipped"));
        // 8: no test ran, which is right where a filter leaves out a whole project.
        broken |= exit != 0 && !(exit == 8 && filter.Length > 0);
    }
    Console.WriteLine($"{passed} passed, {failed} failed, {skipped} skipped");
    return broken || failed > 0 || passed == 0 ? 1 : 0;
}

int Check()
{
    Build("Kinolux.slnx");
    return Run("dotnet", ["format", "whitespace", "Kinolux.slnx", "--verify-no-changes", "--no-restore"]);
}

int Simd()
{
    Build("Kinolux.slnx");
    Directory.CreateDirectory("artifacts/simd");
    var (exit, all) = (0, new List<(string Width, string Bits)>());
    foreach (var (width, off) in new[] { ("512", ""), ("256", "DOTNET_EnableAVX512"), ("128", "DOTNET_EnableAVX2"), ("0", "DOTNET_EnableHWIntrinsic") })
    {
        Console.WriteLine($"--- SIMD of {width} bits at most{(off.Length > 0 ? $" ({off}=0)" : "")}");
        var bits = Path.GetFullPath($"artifacts/simd/{width}.txt");
        File.Delete(bits);
        File.Delete($"{bits}.pictures");
        var variables = new Dictionary<string, string> { ["KINOLUX_EXPECT_SIMD"] = width, ["KINOLUX_BITS"] = bits };
        if (off.Length > 0)
            variables[off] = "0";
        exit |= Run(TestProgram("Kinolux.Tests"), ["--no-ansi", "--progress", "off", .. kernels], variables: variables);
        all.Add((width, File.Exists(bits) && File.Exists($"{bits}.pictures") ? File.ReadAllText(bits) + File.ReadAllText($"{bits}.pictures") : ""));
    }
    foreach (var (width, bits) in all.Skip(1))
        foreach (var (wide, narrow) in all[0].Bits.Split('\n').Zip(bits.Split('\n')).Where(pair => pair.First != pair.Second))
            exit |= Differ(width, wide, narrow);
    if (exit == 0 && all.All(entry => entry.Bits.Length > 0))
        Console.WriteLine("every stage and every picture gives the same bits on every width");
    return exit == 0 ? 0 : 1;

    static int Differ(string width, string wide, string narrow)
    {
        Console.WriteLine($"DIFFERENT at {width} bits: {narrow} instead of {wide}");
        return 1;
    }
}

int Golden(string[] rest)
{
    Build("Kinolux.slnx");
    var variables = new Dictionary<string, string>();
    if (rest.Contains("--accept"))
        variables["KINOLUX_GOLDEN"] = "accept";
    return Run(TestProgram("Kinolux.Tests"), ["--no-ansi", "--progress", "off", "--filter-trait", "Category=Golden"], variables: variables);
}

// Tests that try their luck, more often than the suite does.
int Often(string tests, string variable, string count)
{
    InstallWhatTestsNeed();
    Build("Kinolux.slnx");
    return Run(TestProgram("Kinolux.Tests"), ["--no-ansi", "--progress", "off", "--show-live-output", "on", "--filter-class", tests], variables: new Dictionary<string, string> { [variable] = count });
}

int Docs()
{
    Build("Kinolux.slnx");
    var exit = Run(TestProgram("Kinolux.Tests"), ["--no-ansi", "--progress", "off", "--filter-class", "*ReferenceTests"], variables: new Dictionary<string, string> { ["KINOLUX_DOCS"] = "write" });
    return exit;
}

int Web()
{
    return Run("sh", ["web/build.sh"]);
}

int Pictures()
{
    InstallWhatTestsNeed();
    Build("src/Kinolux.Cli");
    return Run("node", ["build/pictures.mjs"]);
}

void InstallWhatTestsNeed()
{
    var missing = new[] { ("ffmpeg", "ffmpeg"), ("ffprobe", "ffmpeg"), ("node", "nodejs"), ("npm", "npm"), ("chromium", "chromium"), ("fc-match", "fontconfig"), ("strace", "strace"), ("mkfs.ext4", "e2fsprogs"), ("pdftotext", "poppler-utils"), ("espeak-ng", "espeak-ng") }
        .Where(tool => !OnPath(tool.Item1)).Select(tool => tool.Item2).Distinct().ToList();
    missing.AddRange(new[] { ("truetype/dejavu", "fonts-dejavu-core"), ("opentype/courier-prime", "fonts-courier-prime"), ("opentype/noto/NotoSansCJK-Regular.ttc", "fonts-noto-cjk") }
        .Where(font => !Path.Exists($"/usr/share/fonts/{font.Item1}")).Select(font => font.Item2));
    if (missing.Count > 0 && OnPath("apt-get"))
    {
        Console.Error.WriteLine($"dev: installing {string.Join(", ", missing)} (once)");
        string[] sudo = Environment.IsPrivilegedProcess ? [] : ["sudo"];
        foreach (var step in (string[][])[["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", .. missing]])
        {
            string[] line = [.. sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", .. step];
            if (Run(line[0], line[1..], _ => { }) != 0)
                Console.Error.WriteLine("dev: that did not work; tests that need it will skip");
        }
    }
    Packages("web");
}

// A folder's npm packages, when the lock file is newer than what is installed.
void Packages(string folder)
{
    var (wanted, have) = (new FileInfo($"{folder}/package-lock.json"), new FileInfo($"{folder}/node_modules/.package-lock.json"));
    if (wanted.Exists && OnPath("npm") && (!have.Exists || have.LastWriteTimeUtc < wanted.LastWriteTimeUtc))
        if (Run("npm", ["ci", "--no-audit", "--no-fund"], folder: folder) != 0)
            Console.Error.WriteLine("dev: npm ci did not work; tests that need the packages will skip");
}

void Build(string what)
{
    var lines = new List<string>();
    if (Run("dotnet", ["build", what, "-c", "Release", "-v", "q", "--nologo"], lines.Add, echo: false) == 0)
        return;
    foreach (var line in lines)
        Console.Error.WriteLine(line);
    throw new Failed("the build failed");
}

string TestProgram(string project) => Path.GetFullPath($"artifacts/bin/{project}/release/{project}");

bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

// Runs a program to its end; its lines go to this terminal and to the listener.
int Run(string program, IEnumerable<string> arguments, Action<string>? listen = null, bool echo = true, string folder = ".", IReadOnlyDictionary<string, string>? variables = null)
{
    var start = new ProcessStartInfo(program) { WorkingDirectory = Path.GetFullPath(folder), RedirectStandardOutput = listen is not null };
    foreach (var argument in arguments)
        start.ArgumentList.Add(argument);
    foreach (var (name, value) in variables ?? new Dictionary<string, string>())
        start.Environment[name] = value;
    try
    {
        using var process = Process.Start(start) ?? throw new Failed($"{program} does not start");
        if (listen is not null)
            for (var line = process.StandardOutput.ReadLine(); line is not null; line = process.StandardOutput.ReadLine())
            {
                listen(line);
                if (echo)
                    Console.WriteLine(line);
            }
        process.WaitForExit();
        return process.ExitCode;
    }
    catch (System.ComponentModel.Win32Exception cause)
    {
        throw new Failed($"{program} is missing ({cause.Message})");
    }
}

sealed class Failed(string message) : Exception(message);
