#:property PublishAot=false
#:property NoWarn=$(NoWarn);RS0030
// Makes the archives that people install; ./dev release calls this in the root of the repository.
// An archive appears once it is whole and, where it is for this machine, once it worked with no .NET at hand.
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

const string Releases = "artifacts/release";
// What pages on paper are set in; Chinese, Japanese and Korean would be 36 MB more.
(string Package, string From, string Names)[] Fonts =
[
    ("fonts-dejavu-core", "/usr/share/fonts/truetype/dejavu", "^DejaVuSans(Mono)?(-Bold)?\\.ttf$"),
    ("fonts-courier-prime", "/usr/share/fonts/opentype/courier-prime", "^Courier Prime( Bold)?( Italic)?\\.otf$"),
];
string[] platforms = ["linux-x64", "win-x64", "osx-arm64"];
try
{
    if (args.Except(platforms).FirstOrDefault() is { } stranger)
        throw new Failed($"there is no platform {stranger}; there are {string.Join(", ", platforms)}");
    var version = XDocument.Load("Directory.Build.props").Descendants("Version").Single().Value;
    foreach (var platform in args.Length > 0 ? args : platforms)
        Release(version, platform);
    return 0;
}
catch (Failed failure)
{
    Console.Error.WriteLine($"release: {failure.Message}");
    return 1;
}

void Release(string version, string platform)
{
    var tried = platform == RuntimeInformation.RuntimeIdentifier;
    var name = $"kinolux-{version}-{platform}";
    var archive = Path.GetFullPath($"{Releases}/{name}{(tried ? "" : "-untested")}{(platform.StartsWith("win", StringComparison.Ordinal) ? ".zip" : ".tar.gz")}");
    var work = Path.GetFullPath($"{Releases}/{platform}.new");
    Empty(work);
    var folder = $"{work}/{name}";
    Console.WriteLine($"{platform}: publishing");
    Publish(platform, folder);
    AddPapers(folder);
    AddFonts(folder);
    var made = $"{work}/{Path.GetFileName(archive)}";
    Pack(work, folder, made);
    if (tried)
        Try(made, name, version, $"{work}/trial");
    File.Move(made, archive, overwrite: true);
    Directory.Delete(work, recursive: true);
    Console.WriteLine($"{archive}: {new FileInfo(archive).Length / 1e6:0} MB, {(tried ? "worked without .NET" : "untested")}");
}

// A build of its own: the libraries of another platform would take the place of those that tests run with.
void Publish(string platform, string folder)
{
    var said = Run("dotnet",
    [
        "publish", "src/Kinolux.Cli", "-c", "Release", "-r", platform, "--self-contained", "-o", folder, "--artifacts-path", $"{Releases}/build", "-v", "q", "--nologo",
        "-p:PublishSingleFile=true", "-p:DebugType=embedded", "-p:PublishDocumentationFiles=false", "-p:PublishReferencesDocumentationFiles=false",
    ]);
    if (said.Exit != 0)
        throw new Failed($"publishing failed\n{said.Text}");
}

// Whoever passes the work of others on passes on what their licences ask for, too.
void AddPapers(string folder)
{
    foreach (var file in (string[])["README.md", "LICENSE", "CHANGELOG.md", .. Directory.GetFiles("models"), .. Directory.GetFiles("docs/guide"), .. Directory.GetFiles("docs/pictures"), .. Directory.GetFiles("docs/reference")])
        Copy(file, $"{folder}/{file}");
    var said = Run("node", ["build/notices.mjs", $"{Releases}/build/obj/Kinolux.Cli/project.assets.json", $"{folder}/THIRD-PARTY-NOTICES.txt", .. Fonts.Select(font => $"{font.Package}=/usr/share/doc/{font.Package}/copyright")]);
    if (said.Exit != 0)
        throw new Failed($"what licences ask for is not whole: {said.Text}");
}

void AddFonts(string folder)
{
    foreach (var (package, from, names) in Fonts)
    {
        if (!Directory.Exists(from))
            throw new Failed($"{package} is missing");
        foreach (var file in Directory.GetFiles(from).Where(file => Regex.IsMatch(Path.GetFileName(file), names)))
            Copy(file, $"{folder}/fonts/{Path.GetFileName(file)}");
    }
}

void Pack(string work, string folder, string archive)
{
    if (archive.EndsWith(".zip", StringComparison.Ordinal))
    {
        ZipFile.CreateFromDirectory(folder, archive, CompressionLevel.SmallestSize, includeBaseDirectory: true);
        return;
    }
    using var file = File.Create(archive);
    using var zipped = new GZipStream(file, CompressionLevel.SmallestSize);
    TarFile.CreateFromDirectory(folder, zipped, includeBaseDirectory: true);
}

// In a folder of its own, with nothing at hand but ffmpeg.
void Try(string archive, string name, string version, string place)
{
    Console.WriteLine("trying it without .NET");
    Empty($"{place}/bin");
    Empty($"{place}/home");
    foreach (var tool in (string[])["ffmpeg", "ffprobe"])
        File.CreateSymbolicLink($"{place}/bin/{tool}", (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists) ?? throw new Failed($"{tool} is missing"));
    using (var file = File.OpenRead(archive))
    using (var zipped = new GZipStream(file, CompressionMode.Decompress))
        TarFile.ExtractToDirectory(zipped, place, overwriteFiles: false);
    var program = $"{place}/{name}/kinolux";
    void Works(string tool, string words, string? says = null)
    {
        var said = Run(tool, words.Split(' '), place, bare: true);
        if (said.Exit != 0 || says is not null && !said.Text.Contains(says, StringComparison.Ordinal))
            throw new Failed($"{Path.GetFileName(tool)} {words} ended with {said.Exit}\n{said.Text}");
    }
    Works(program, "--version", version);
    Works(program, "doctor");
    Works(program, "models verify", "3 of 3 models");
    Works($"{place}/bin/ffmpeg", "-v error -f lavfi -i testsrc2=s=96x64:r=24:d=1 -pix_fmt yuv420p -c:v ffv1 clean.mkv");
    Works(program, "degrade clean.mkv -o film.mkv --only dirt,flicker");
    Works(program, "restore film.mkv -o restored.mkv --report report");
    Works(program, "verify restored.mkv", "proven");
    foreach (var file in (string[])["index.html", "record.html", "record.pdf"])
        if (!File.Exists($"{place}/report/{file}"))
            throw new Failed($"restore wrote no {file}");
    TryStudio(program, place);
}

void TryStudio(string program, string place)
{
    using var studio = Process.Start(Start(program, ["studio", ".", "--no-browser"], place, bare: true)) ?? throw new Failed("the studio does not start");
    try
    {
        var address = studio.StandardOutput.ReadLine() ?? throw new Failed($"the studio says no address\n{studio.StandardError.ReadToEnd()}");
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var page = client.GetStringAsync("").GetAwaiter().GetResult();
        if (!page.Contains("<script", StringComparison.Ordinal) || !client.GetStringAsync("api/films").GetAwaiter().GetResult().Contains("\"state\":\"restored\"", StringComparison.Ordinal))
            throw new Failed("the studio does not show the film");
        foreach (Match asset in Regex.Matches(page, "(?:src|href)=\"(?!data:)([^\"#]+)\""))
            client.GetStringAsync(asset.Groups[1].Value).GetAwaiter().GetResult();
        TryInBrowser(address);
    }
    catch (HttpRequestException cause)
    {
        throw new Failed($"the studio does not answer: {cause.Message}");
    }
    finally
    {
        studio.Kill();
        studio.WaitForExit();
    }
}

// The browser and what drives it are the builder's; the studio has neither at hand.
void TryInBrowser(string address)
{
    if (!Directory.Exists("web/node_modules/playwright-core") || !File.Exists(Environment.GetEnvironmentVariable("KINOLUX_CHROMIUM") ?? "/usr/bin/chromium"))
    {
        Console.WriteLine("NOT TRIED in a browser: chromium or web/node_modules is missing (./dev test installs both)");
        return;
    }
    var said = Run("node", ["web/test/studio.release.test.mjs", address]);
    if (said.Exit != 0)
        throw new Failed($"the studio in a browser\n{said.Text}");
    Console.Write(said.Text);
}

void Empty(string folder)
{
    if (Directory.Exists(folder))
        Directory.Delete(folder, recursive: true);
    Directory.CreateDirectory(folder);
}

void Copy(string from, string to)
{
    Directory.CreateDirectory(Path.GetDirectoryName(to) ?? ".");
    File.Copy(from, to, overwrite: true);
}

ProcessStartInfo Start(string program, IEnumerable<string> arguments, string folder, bool bare)
{
    var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
    if (!bare)
        return start;
    start.Environment.Clear();
    (start.Environment["PATH"], start.Environment["HOME"]) = ($"{folder}/bin", $"{folder}/home");
    return start;
}

(int Exit, string Text) Run(string program, IEnumerable<string> arguments, string folder = ".", bool bare = false)
{
    using var process = Process.Start(Start(program, arguments, folder, bare)) ?? throw new Failed($"{program} does not start");
    var errors = process.StandardError.ReadToEndAsync();
    var text = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
    process.WaitForExit();
    return (process.ExitCode, text);
}

sealed class Failed(string message) : Exception(message);
