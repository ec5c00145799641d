using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Kinolux.Studio.Tests;

/// <summary>Films and folders that were made to harm.</summary>
public sealed class HostileFilesTests
{
    [Theory]
    [InlineData("-i.mkv")]
    [InlineData("%d.mkv")]
    [InlineData("%06d.mkv")]
    [InlineData("concat:reel.mkv|x.mkv")]
    [InlineData("<img src=x onerror=alert(1)>.mkv")]
    [InlineData("a\nb\"c'd.mkv")]
    [InlineData("\u202Evkm.exe.mkv")]
    [InlineData("CON.mkv")]
    [InlineData("$(reboot) `reboot`;reboot.mkv")]
    public async Task A_film_with_such_a_name_is_a_film(string name)
    {
        await using var studio = await Studio.OpenAsync(name);
        var film = await studio.GetAsync($"/api/films/{await studio.IdAsync()}");
        Assert.Equal(Path.GetFileNameWithoutExtension(name), film["name"]!.GetValue<string>());
        Assert.Equal(48, film["source"]!["frames"]!.GetValue<int>());
        var media = await studio.Client.GetAsync($"/api/films/{await studio.IdAsync()}/media/source");
        Assert.Equal(("video/x-matroska", "attachment"), (media.Content.Headers.ContentType?.MediaType, media.Content.Headers.ContentDisposition?.DispositionType));
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/film.mkv", "KX1001")]
    [InlineData("https://evil.example/film.mkv", "KX1001")]
    [InlineData("concat:reel.mkv|reel.mkv", "KX1001")]
    [InlineData("file:reel.mkv", "KX1001")]
    [InlineData("subfile,,start,0,end,9,,:reel.mkv", "KX1001")]
    [InlineData("pipe:0", "KX1001")]
    [InlineData("", "KX1001")]
    [InlineData("a\0b.mkv", "KX1001")]
    [InlineData(".", "KX1002")]
    [InlineData("/dev/zero", "KX1003")]
    [InlineData("/etc/passwd", "KX1004")]
    [InlineData("list.m3u8", "KX1006")]
    [InlineData("list.mkv", "KX1006")]
    [InlineData("concat.mkv", "KX1006")]
    [InlineData("picture.mkv", "KX1004")]
    [InlineData("page.mkv", "KX1004")]
    public async Task A_path_that_is_no_film_is_refused(string path, string code)
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        await File.WriteAllTextAsync(studio.At("list.m3u8"), "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n");
        await File.WriteAllTextAsync(studio.At("list.mkv"), "\n #EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/\n");
        await File.WriteAllTextAsync(studio.At("concat.mkv"), "ffconcat version 1.0\nfile reel.mkv\n");
        await File.WriteAllTextAsync(studio.At("picture.mkv"), Svg);
        await File.WriteAllTextAsync(studio.At("page.mkv"), Html);
        var answer = await studio.Client.PostAsJsonAsync("/api/films", new { path });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Fact]
    public async Task A_page_or_a_drawing_that_is_called_a_film_is_never_sent_as_what_it_is()
    {
        await using var studio = await Studio.OpenAsync();
        await File.WriteAllTextAsync(studio.At("page.mkv"), Html);
        await File.WriteAllTextAsync(studio.At("drawing.mkv"), Svg);
        foreach (var film in (await studio.GetAsync("/api/films"))["films"]!.AsArray())
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await studio.Client.GetAsync($"/api/films/{film!["id"]}/media/source")).StatusCode);
    }

    [Fact]
    public async Task Links_in_the_folder_lead_to_no_other_folders_files()
    {
        using var elsewhere = new TemporaryFolder();
        Studio.PutFilm(elsewhere.File("private.mkv"));
        Directory.CreateDirectory(elsewhere.File("private.restored.mkv.kinolux"));
        await using var studio = await Studio.OpenAsync("reel.mkv");
        File.CreateSymbolicLink(studio.At("link.mkv"), elsewhere.File("private.mkv"));
        Directory.CreateSymbolicLink(studio.At("folder"), elsewhere.Path);
        Directory.CreateSymbolicLink(studio.At("reel.restored.report"), elsewhere.Path);
        Assert.Equal(["reel"], (await studio.GetAsync("/api/films"))["films"]!.AsArray().Select(film => film!["name"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.NotFound, (await studio.Client.GetAsync($"/api/films/{await studio.IdAsync()}/report/private.mkv")).StatusCode);
    }

    [Fact]
    public async Task A_work_folder_from_elsewhere_gives_no_file_away_that_is_no_film()
    {
        await using var studio = await Studio.OpenAsync();
        Directory.CreateDirectory(studio.At("x.mkv.kinolux"));
        await File.WriteAllTextAsync(studio.At("x.mkv.kinolux/work.json"), """{"film":"/etc/passwd","output":"/etc/hostname"}""");
        var id = await studio.IdAsync();
        foreach (var side in (string[])["source", "output"])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await studio.Client.GetAsync($"/api/films/{id}/media/{side}")).StatusCode);
    }

    [Fact]
    public async Task A_report_from_elsewhere_brings_no_script_of_its_own()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        var report = studio.At("reel.restored.report");
        Directory.CreateDirectory(report);
        await File.WriteAllTextAsync(Path.Combine(report, "index.html"), "<script>alert(1)</script><script src='evil.js'></script>");
        await File.WriteAllTextAsync(Path.Combine(report, "evil.js"), "alert(1)");
        await File.WriteAllTextAsync(Path.Combine(report, "evil.html"), Html);
        await File.WriteAllTextAsync(Path.Combine(report, "evil.svg"), Svg);
        await File.WriteAllTextAsync(Path.Combine(report, "report.js"), "alert(1)");
        Directory.CreateDirectory(Path.Combine(report, "data"));
        await File.WriteAllTextAsync(Path.Combine(report, "data/shot-1.js"), "kinoluxPart(\"shot-1\",{\"dirt\":[\"</script>\"]});\n");
        await File.WriteAllTextAsync(Path.Combine(report, "data/shot-2.js"), "kinoluxPart(\"shot-2\",alert(1));\n");
        await File.WriteAllTextAsync(Path.Combine(report, "data/shot-3.js"), "kinoluxPart(\"shot-3\",{});alert(1);\n");
        var address = $"/api/films/{await studio.IdAsync()}/report/";
        var page = await studio.Client.GetAsync(address + "index.html");
        var policy = string.Join(' ', page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains($"script-src {studio.Address}{address[1..]}report.js {studio.Address}{address[1..]}data/;", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-", policy, StringComparison.Ordinal);
        Assert.NotEqual("alert(1)", await studio.Client.GetStringAsync(address + "report.js"));
        Assert.Equal("kinoluxPart(\"shot-1\",{\"dirt\":[\"\\u003C/script\\u003E\"]});", await studio.Client.GetStringAsync(address + "data/shot-1.js"));
        foreach (var name in (string[])["evil.js", "evil.html", "evil.svg", "data/shot-2.js", "data/shot-3.js"])
            Assert.Equal(HttpStatusCode.NotFound, (await studio.Client.GetAsync(address + name)).StatusCode);
    }

    [Fact]
    public async Task A_record_from_elsewhere_runs_nothing_and_loads_nothing()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        Directory.CreateDirectory(studio.At("reel.restored.report"));
        await File.WriteAllTextAsync(studio.At("reel.restored.report/record.html"), Html);
        await File.WriteAllTextAsync(studio.At("reel.restored.report/record.pdf"), Html);
        var address = $"/api/films/{await studio.IdAsync()}/report/";
        var page = await studio.Client.GetAsync(address + "record.html");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.StartsWith("default-src 'none'; style-src 'unsafe-inline';", string.Join(' ', page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("application/pdf", (await studio.Client.GetAsync(address + "record.pdf")).Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("../x.mkv")]
    [InlineData("a/b.mkv")]
    [InlineData("a\\b.mkv")]
    [InlineData("a\0b.mkv")]
    [InlineData("a\nb.mkv")]
    [InlineData("\u202Evkm.mkv")]
    [InlineData("page.html")]
    [InlineData("drawing.svg")]
    [InlineData("list.m3u8")]
    [InlineData("film.mkv.exe")]
    [InlineData("")]
    public async Task A_file_of_such_a_name_cannot_be_sent(string name)
    {
        await using var studio = await Studio.OpenAsync();
        var answer = await studio.Client.PostAsJsonAsync("/api/uploads", new { name, size = 100 });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "KX6050"), (answer.StatusCode, await CodeAsync(answer)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "KX6050"), await LongNameAsync(studio));
    }

    [Theory]
    [InlineData("-i.mkv", "_-i.mkv")]
    [InlineData(".hidden.mkv", "_.hidden.mkv")]
    [InlineData("%d.mkv", "_d.mkv")]
    [InlineData("concat:a.mkv", "concat_a.mkv")]
    [InlineData("<img src=x onerror=alert(1)>.mkv", "_img src=x onerror=alert(1)_.mkv")]
    [InlineData("NUL.mkv", "_NUL.mkv")]
    public async Task A_name_that_is_only_unwise_is_made_plain(string name, string plain)
    {
        await using var studio = await Studio.OpenAsync();
        await UploadTests.SendAsync(studio, name, Film());
        Assert.Equal([plain], Directory.GetFiles(studio.Folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData(Html)]
    [InlineData(Svg)]
    [InlineData("#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/\n")]
    [InlineData("ffconcat version 1.0\nfile /etc/passwd\n")]
    [InlineData("just words")]
    public async Task What_is_no_film_is_refused_and_nothing_is_left_of_it(string text)
    {
        await using var studio = await Studio.OpenAsync();
        var answer = await UploadTests.SendAsync(studio, "film.mkv", Encoding.UTF8.GetBytes(text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Empty(Directory.GetFiles(studio.Folder));
        Assert.Empty(Directory.GetDirectories(studio.At(".kinolux/uploads")));
    }

    [Fact]
    public async Task A_script_in_any_text_comes_back_as_data_alone()
    {
        const string Script = "<script>alert(1)</script>";
        await using var studio = await Studio.OpenAsync();
        foreach (var answer in (HttpResponseMessage[])
            [
                await studio.Client.GetAsync("/api/" + Uri.EscapeDataString(Script)),
                await studio.Client.GetAsync("/api/films/" + Uri.EscapeDataString(Script)),
                await studio.Client.PostAsJsonAsync("/api/films", new { path = Script }),
                await studio.Client.PostAsJsonAsync("/api/films", new { path = "x.mkv", rate = Script }),
                await studio.Client.PostAsJsonAsync("/api/jobs", new { work = Script, verb = Script }),
                await studio.Client.PostAsJsonAsync("/api/uploads", new { name = Script, size = 1 }),
            ])
        {
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal("nosniff", string.Join(' ', answer.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    private const string Html = "<!doctype html><html><script>alert(1)</script></html>";
    private const string Svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script>alert(1)</script><rect width='9' height='9'/></svg>";

    private static byte[] Film()
    {
        using var folder = new TemporaryFolder();
        Studio.PutFilm(folder.File("film.mkv"));
        return File.ReadAllBytes(folder.File("film.mkv"));
    }

    private static async Task<(HttpStatusCode, string)> LongNameAsync(Studio studio)
    {
        var answer = await studio.Client.PostAsJsonAsync("/api/uploads", new { name = new string('a', 250) + ".mkv", size = 100 });
        return (answer.StatusCode, await CodeAsync(answer));
    }

    private static async Task<string> CodeAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonNode>())!["code"]!.GetValue<string>();
}
