using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Kinolux.Restoration;
using Kinolux.Script.Works;
using Kinolux.Work;

namespace Kinolux.Studio.Tests;

/// <summary>Scripts over HTTP: opened, read while they are written, saved so that nothing of anybody's is lost.</summary>
public sealed class ScriptTests
{
    internal static Engines Engines { get; } = new(new FilmEngine(), new ScriptEngine());

    [Fact]
    public async Task A_script_of_the_folder_is_listed_and_opened_with_what_its_lines_are()
    {
        await using var studio = await OpenAsync(LongScript.Put);
        var card = Assert.Single((await studio.GetAsync("/api/scripts"))["scripts"]!.AsArray());
        Assert.Equal(("The Long Light", "A. Writer", LongScript.Scenes), (Text(card, "title"), Text(card, "author"), card!["scenes"]!.GetValue<int>()));
        var script = await studio.GetAsync($"/api/scripts/{Text(card, "id")}");
        Assert.Equal(LongScript.Text, Text(script, "text"));
        var lines = Text(script["reading"], "lines");
        Assert.StartsWith("TTTT-a-h-a-cd-cpd", lines, StringComparison.Ordinal);
        Assert.Equal(LongScript.Scenes, script["reading"]!["scenes"]!.AsArray().Count);
        Assert.Equal(card["pages"]!.GetValue<int>(), script["reading"]!["pages"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_text_is_read_as_it_is_written_and_nothing_is_kept()
    {
        await using var studio = await OpenAsync(LongScript.Put);
        var reading = await (await studio.Client.PostAsync("/api/scripts/reading", Plain("INT. HALL - DAY\r\n\r\nA *dog*.\r\n"))).Content.ReadFromJsonAsync<JsonNode>();
        Assert.Equal("h-a-", Text(reading, "lines"));
        Assert.Equal([19, 1, 1024, 20, 3, 2, 23, 1, 1024], reading!["marks"]!.AsArray().Select(number => number!.GetValue<int>()));
        Assert.Equal(LongScript.Text, await File.ReadAllTextAsync(studio.At("story.fountain")));
    }

    [Theory]
    [InlineData("\uFEFFINT. HALL\r\n\r\nÉlan.\r\n", "utf-8")]
    [InlineData("\uFEFFINT. HALL\n\nÉlan.\n", "utf-16")]
    [InlineData("INT. HALL\r\rÉlan.\r", "iso-8859-1")]
    [InlineData("INT. HALL\r\n\nÉlan.\rOne.\r\nTwo.", "utf-8")]
    public async Task A_file_keeps_its_encoding_its_mark_and_its_line_ends(string text, string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding);
        await using var studio = await OpenAsync(path => File.WriteAllBytes(path, bytes.GetBytes(text)));
        var (id, script, tag) = await OpenedAsync(studio);
        var written = Text(script, "text").Replace("Élan.", "Élan vital.", StringComparison.Ordinal);
        var saved = await SaveAsync(studio, id, written, tag);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Equal(bytes.GetBytes(text.Replace("Élan.", "Élan vital.", StringComparison.Ordinal)), await File.ReadAllBytesAsync(studio.At("story.fountain")));
        Assert.Equal(saved.Headers.ETag?.Tag, (await studio.Client.GetAsync($"/api/scripts/{id}/tag")).Headers.ETag?.Tag);
    }

    [Fact]
    public async Task What_another_program_wrote_is_never_written_over()
    {
        await using var studio = await OpenAsync(path => File.WriteAllText(path, "INT. HALL\n"));
        var (id, _, tag) = await OpenedAsync(studio);
        await File.WriteAllTextAsync(studio.At("story.fountain"), "INT. CELLAR\n");
        Assert.Equal((HttpStatusCode.Conflict, "KX6070"), await FaultAsync(await SaveAsync(studio, id, "INT. ATTIC\n", tag)));
        Assert.Equal("INT. CELLAR\n", await File.ReadAllTextAsync(studio.At("story.fountain")));
        File.Delete(studio.At("story.fountain"));
        Assert.Equal((HttpStatusCode.NotFound, "KX6001"), await FaultAsync(await SaveAsync(studio, id, "INT. ATTIC\n", tag)));
        Assert.False(File.Exists(studio.At("story.fountain")));
    }

    [Fact]
    public async Task A_script_is_saved_whatever_becomes_of_the_check_behind_it()
    {
        await using var studio = await OpenAsync(path => File.WriteAllText(path, "INT. HALL\n"));
        var (id, _, tag) = await OpenedAsync(studio);
        Assert.Equal(HttpStatusCode.NoContent, (await studio.Client.PostAsync($"/api/scripts/{id}/check", null)).StatusCode);
        await File.WriteAllTextAsync(studio.At("story.notes.html.kinolux/identity.json"), "{");
        var saved = await SaveAsync(studio, id, "INT. ATTIC\n", tag);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Equal("INT. ATTIC\n", await File.ReadAllTextAsync(studio.At("story.fountain")));
        Assert.Equal("KX2410", (await FaultAsync(await studio.Client.PostAsync($"/api/scripts/{id}/check", null))).Code);
    }

    [Fact]
    public async Task A_character_that_the_encoding_lacks_is_refused_and_UTF_8_is_a_persons_choice()
    {
        await using var studio = await OpenAsync(path => File.WriteAllBytes(path, Encoding.Latin1.GetBytes("INT. CAFÉ\n")));
        var (id, _, tag) = await OpenedAsync(studio);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "KX6072"), await FaultAsync(await SaveAsync(studio, id, "INT. CAFÉ\n\nWait — what?\n", tag)));
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(studio, id, "INT. CAFÉ\n\nWait — what?\n", tag, "?encoding=utf-8")).StatusCode);
        Assert.Equal("INT. CAFÉ\n\nWait — what?\n"u8.ToArray(), await File.ReadAllBytesAsync(studio.At("story.fountain")));
    }

    [Fact]
    public async Task What_no_editor_sends_is_a_fault_and_changes_nothing()
    {
        await using var studio = await OpenAsync(path => File.WriteAllText(path, "INT. HALL\n"));
        var (id, _, tag) = await OpenedAsync(studio);
        Assert.Equal("KX6007", (await FaultAsync(await SaveAsync(studio, id, new string('x', (8 << 20) + 1), tag))).Code);
        Assert.Equal("KX1402", (await FaultAsync(await SaveAsync(studio, id, new string('x', 2 << 20), tag))).Code);
        Assert.Equal("KX1401", (await FaultAsync(await SaveAsync(studio, id, "a\0b", tag))).Code);
        Assert.Equal("KX6004", (await FaultAsync(await studio.Client.PutAsync($"/api/scripts/{id}", Plain("INT. HALL\n")))).Code);
        Assert.Equal("KX6004", (await FaultAsync(await studio.Client.PostAsync("/api/scripts/reading", new ByteArrayContent([0xff, 0xfe, 0xfd]) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } }))).Code);
        Assert.Equal("INT. HALL\n", await File.ReadAllTextAsync(studio.At("story.fountain")));
    }

    [Fact]
    public async Task A_script_is_begun_and_one_that_is_there_stays()
    {
        await using var studio = await OpenAsync(path => File.WriteAllText(path, "INT. HALL\n"));
        var begun = await studio.PostAsync("/api/scripts", new { name = "story" });
        Assert.Equal(("story 2.fountain", "story 2"), (Text(begun, "file"), Path.GetFileNameWithoutExtension(Text(begun, "file"))));
        Assert.Equal("Title: story\nCredit: Written by\nAuthor: tester\n\n", await File.ReadAllTextAsync(studio.At("story 2.fountain")));
        Assert.Equal("INT. HALL\n", await File.ReadAllTextAsync(studio.At("story.fountain")));
        foreach (var name in (string[])["../story", "a/b", ""])
            Assert.Equal("KX6050", (await FaultAsync(await studio.Client.PostAsJsonAsync("/api/scripts", new { name }))).Code);
    }

    [Fact]
    public async Task A_script_that_is_sent_is_a_script_of_the_production_and_what_is_none_is_not_kept()
    {
        await using var studio = await OpenAsync(path => File.WriteAllText(path, "INT. HALL\n"));
        var sent = await UploadTests.SendAsync(studio, "draft.fountain", "EXT. LAKE - DAY\n"u8.ToArray());
        Assert.Equal("script", Text(await sent.Content.ReadFromJsonAsync<JsonNode>(), "engine"));
        Assert.Equal("EXT. LAKE - DAY\n", await File.ReadAllTextAsync(studio.At("draft.fountain")));
        Assert.Equal("KX1401", (await FaultAsync(await UploadTests.SendAsync(studio, "picture.fountain", [1, 0, 2, 0, 0, 9]))).Code);
        Assert.False(File.Exists(studio.At("picture.fountain")));
    }

    [Fact]
    public async Task Final_Draft_is_shown_as_Fountain_not_written_and_saved_beside_it_when_asked()
    {
        const string Document = """<?xml version="1.0"?><FinalDraft DocumentType="Script" Version="3"><Content><Paragraph Type="Scene Heading"><Text>INT. HALL - DAY</Text></Paragraph><Paragraph Type="Action"><Text>A dog.</Text></Paragraph></Content></FinalDraft>""";
        await using var studio = await Studio.OpenWithAsync(Engines, studio => File.WriteAllText(studio.At("story.fdx"), Document));
        var (id, script, tag) = await OpenedAsync(studio);
        Assert.Equal(("final-draft", "INT. HALL - DAY\n\nA dog.\n"), (Text(script, "format"), Text(script, "text")));
        Assert.Equal("KX6073", (await FaultAsync(await SaveAsync(studio, id, "INT. HALL\n", tag))).Code);
        Assert.Equal("story.fountain", Text(await studio.PostAsync($"/api/scripts/{id}/fountain"), "file"));
        Assert.Equal("INT. HALL - DAY\n\nA dog.\n", await File.ReadAllTextAsync(studio.At("story.fountain")));
        Assert.Equal(Document, await File.ReadAllTextAsync(studio.At("story.fdx")));
    }

    [Fact]
    public async Task A_work_folder_from_elsewhere_opens_no_file_outside_the_production()
    {
        using var elsewhere = new TemporaryFolder();
        File.WriteAllText(elsewhere.File("secret.fountain"), "INT. VAULT\n");
        await using var studio = await Studio.OpenWithAsync(Engines, studio =>
        {
            Directory.CreateDirectory(studio.At("a.report.html.kinolux"));
            File.WriteAllText(studio.At("a.report.html.kinolux/work.json"), $$"""{"schema":1,"engine":"script","source":"{{elsewhere.File("secret.fountain")}}"}""");
            Directory.CreateDirectory(studio.At("b.report.html.kinolux"));
            File.WriteAllText(studio.At("b.report.html.kinolux/work.json"), $$"""{"schema":1,"engine":"script","source":"{{studio.At("link.fountain")}}"}""");
            File.CreateSymbolicLink(studio.At("link.fountain"), elsewhere.File("secret.fountain"));
        });
        var works = (await studio.GetAsync("/api/works"))["works"]!.AsArray();
        foreach (var (name, code) in new[] { ("secret", "KX6074"), ("link", "KX4107") })
            if (works.FirstOrDefault(work => Text(work, "name") == name) is { } work)
                Assert.Equal(code, (await FaultAsync(await studio.Client.GetAsync($"/api/scripts/{Text(work, "id")}"))).Code);
        Assert.Contains(works, work => Text(work, "name") == "secret");
        Assert.Empty((await studio.GetAsync("/api/scripts"))["scripts"]!.AsArray());
    }

    [Fact]
    public async Task A_saved_script_is_checked_again_once_it_was_checked()
    {
        await using var studio = await OpenAsync(LongScript.Put);
        var (id, script, tag) = await OpenedAsync(studio);
        Assert.False(script["isChecked"]!.GetValue<bool>());
        Assert.Equal(HttpStatusCode.NoContent, (await studio.Client.PostAsync($"/api/scripts/{id}/check", null)).StatusCode);
        await SaveAsync(studio, id, "INT. HALL - DAY\n\nANNABEL\nYes.\n\nANNABELL\nNo.\n", tag);
        Assert.Contains("alias", (await studio.GetAsync($"/api/works/{id}/proposals"))["items"]!.AsArray().Select(item => Text(item, "kind")));
    }

    [Fact]
    public async Task A_text_is_looked_at_while_it_is_written_what_was_decided_stays_and_nothing_is_kept()
    {
        const string Script = "INT. HALL - DAY\n\nANNABEL\nYes.\n\nANNABELL\nNo.\n";
        await using var studio = await OpenAsync(path => File.WriteAllText(path, Script));
        var (id, _, _) = await OpenedAsync(studio);
        Assert.Empty((await FindAsync(Script)));
        await studio.Client.PostAsync($"/api/scripts/{id}/check", null);
        var alias = Assert.Single(await FindAsync(Script), item => Text(item, "kind") == "alias");
        Assert.Equal(("wait", "5"), (Text(alias!["now"], "verdict"), Text(alias, "lines")));
        await studio.PostAsync($"/api/works/{id}/decisions", new { names = new[] { Text(alias, "id") }, verdict = "reject", reason = "sisters" });
        // Lines above move it; two more people are new.
        var moved = await FindAsync("INT. CELLAR - DAY\n\nDark.\n\n" + Script + "\nJONATHAN\nYes.\n\nJONATHON\nNo.\n");
        Assert.Equal([("reject", "sisters"), ("wait", "")], moved.Where(item => Text(item, "kind") == "alias").OrderBy(item => Text(item, "summary")).Select(item => (Text(item!["now"], "verdict"), Text(item["now"], "reason"))));
        Assert.Equal(Script, await File.ReadAllTextAsync(studio.At("story.fountain")));
        Assert.Single((await studio.GetAsync($"/api/works/{id}/proposals"))["items"]!.AsArray(), item => Text(item, "kind") == "alias");

        async Task<JsonArray> FindAsync(string text) => (await (await studio.Client.PostAsync($"/api/scripts/{id}/findings", Plain(text))).Content.ReadFromJsonAsync<JsonNode>())!["items"]!.AsArray();
    }

    internal static Task<Studio> OpenAsync(Action<string> put) => Studio.OpenWithAsync(Engines, studio => put(studio.At("story.fountain")));

    private static async Task<(string Id, JsonNode Script, string Tag)> OpenedAsync(Studio studio)
    {
        var id = Text((await studio.GetAsync("/api/scripts"))["scripts"]!.AsArray().Single(), "id");
        var answer = await studio.Client.GetAsync($"/api/scripts/{id}");
        return (id, await answer.Content.ReadFromJsonAsync<JsonNode>() ?? new JsonObject(), answer.Headers.ETag?.Tag ?? "");
    }

    private static async Task<HttpResponseMessage> SaveAsync(Studio studio, string id, string text, string tag, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/scripts/{id}{query}") { Content = Plain(text) };
        request.Headers.IfMatch.Add(new EntityTagHeaderValue(tag));
        return await studio.Client.SendAsync(request);
    }

    private static StringContent Plain(string text) => new(text, Encoding.UTF8, "text/plain");

    private static async Task<(HttpStatusCode Status, string Code)> FaultAsync(HttpResponseMessage answer) => (answer.StatusCode, Text(await answer.Content.ReadFromJsonAsync<JsonNode>(), "code"));

    private static string Text(JsonNode? node, string name) => node?[name]?.GetValue<string>() ?? "";
}
