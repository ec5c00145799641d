using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Kinolux.Studio.Tests;

public sealed class UploadTests
{
    [Fact]
    public async Task A_film_sent_in_pieces_is_a_film_of_the_production()
    {
        await using var studio = await Studio.OpenAsync("copy/reel.mkv");
        var film = await File.ReadAllBytesAsync(studio.At("copy/reel.mkv"));
        var begun = await studio.PostAsync("/api/uploads", new { name = "new.mkv", size = film.Length });
        var half = await PieceAsync(studio, Id(begun), 0, film[..1000]);
        Assert.Equal((HttpStatusCode.NoContent, "1000"), (half.StatusCode, Header(half)));

        // The same page, opened again, finds it again.
        Assert.Equal(1000, (await studio.PostAsync("/api/uploads", new { name = "new.mkv", size = film.Length }))["offset"]!.GetValue<int>());
        using var ask = new HttpRequestMessage(HttpMethod.Head, $"/api/uploads/{Id(begun)}");
        Assert.Equal("1000", Header(await studio.Client.SendAsync(ask)));
        Assert.Equal(HttpStatusCode.Conflict, (await PieceAsync(studio, Id(begun), 0, film)).StatusCode);

        var whole = await PieceAsync(studio, Id(begun), 1000, film[1000..]);
        Assert.Equal((HttpStatusCode.OK, "new"), (whole.StatusCode, (await whole.Content.ReadFromJsonAsync<JsonNode>())!["name"]!.GetValue<string>()));
        Assert.Equal(film, await File.ReadAllBytesAsync(studio.At("new.mkv")));
        Assert.True(File.Exists(studio.At("new.restored.mkv.kinolux/work.json")));
        Assert.Empty(Directory.GetDirectories(studio.At(".kinolux/uploads")));
    }

    [Fact]
    public async Task A_film_that_is_there_is_never_written_over()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv", "copy/other.mkv");
        var there = File.GetLastWriteTimeUtc(studio.At("reel.mkv"));
        await SendAsync(studio, "reel.mkv", await File.ReadAllBytesAsync(studio.At("copy/other.mkv")));
        Assert.Equal(there, File.GetLastWriteTimeUtc(studio.At("reel.mkv")));
        Assert.True(File.Exists(studio.At("reel 2.mkv")));
    }

    [Fact]
    public async Task More_than_was_said_is_refused_and_not_kept()
    {
        await using var studio = await Studio.OpenAsync();
        var begun = await studio.PostAsync("/api/uploads", new { name = "film.mkv", size = 100 });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PieceAsync(studio, Id(begun), 0, new byte[101])).StatusCode);
        var chunked = await RawAnswer.OfAsync(
            studio.Address, $"PATCH /api/uploads/{Id(begun)} HTTP/1.1\r\nX-Kinolux: 1\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\nTransfer-Encoding: chunked",
            $"c8\r\n{new string('x', 200)}\r\n0\r\n\r\n");
        Assert.Equal(413, chunked.Status);
        Assert.Equal(0, (await studio.PostAsync("/api/uploads", new { name = "film.mkv", size = 100 }))["offset"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_is_too_large_or_has_no_room_is_refused_before_the_first_byte()
    {
        await using var studio = await Studio.OpenAsync();
        foreach (var (size, code) in new[] { (0, "KX6051"), (-1, "KX6051"), (long.MaxValue, "KX6051"), (new DriveInfo(studio.Folder).AvailableFreeSpace, "KX6052") })
        {
            var answer = await studio.Client.PostAsJsonAsync("/api/uploads", new { name = "film.mkv", size });
            Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonNode>())!["code"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task An_upload_that_is_ended_leaves_nothing()
    {
        await using var studio = await Studio.OpenAsync();
        var begun = await studio.PostAsync("/api/uploads", new { name = "film.mkv", size = 100 });
        await PieceAsync(studio, Id(begun), 0, new byte[50]);
        Assert.Equal(HttpStatusCode.NoContent, (await studio.Client.DeleteAsync($"/api/uploads/{Id(begun)}")).StatusCode);
        Assert.Empty(Directory.GetDirectories(studio.At(".kinolux/uploads")));
    }

    /// <summary>Sends a whole film in one piece.</summary>
    [Fact]
    public async Task A_play_and_a_PDF_stay_as_they_are_and_become_Fountain_beside_what_is_there()
    {
        const string Play = "act,scene,character,dialogue,line_number\nAct I,Scene I,Anna,Who is there?,1\nAct I,Scene I,Ben,\"Nay, answer me.\",2\n";
        await using var studio = await ScriptTests.OpenAsync(path => File.WriteAllText(Path.Combine(Path.GetDirectoryName(path)!, "play.fountain"), "INT. HALL\n"));
        var added = await (await SendAsync(studio, "play.csv", System.Text.Encoding.UTF8.GetBytes(Play))).Content.ReadFromJsonAsync<JsonNode>();
        Assert.Equal(("script", "play 2.fountain"), (added!["engine"]!.GetValue<string>(), added["file"]!.GetValue<string>()));
        Assert.Contains(added["losses"]!.AsArray(), loss => loss!["kind"]!.GetValue<string>() == "line number" && loss["count"]!.GetValue<int>() == 2);
        Assert.Equal((Play, "INT. HALL\n"), (await File.ReadAllTextAsync(studio.At("play.csv")), await File.ReadAllTextAsync(studio.At("play.fountain"))));
        Assert.Contains("ANNA\nWho is there?", await File.ReadAllTextAsync(studio.At("play 2.fountain")), StringComparison.Ordinal);
        // A table that is no play leaves nothing.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(studio, "sums.csv", "a,b\n1,2\n"u8.ToArray())).StatusCode);
        Assert.False(File.Exists(studio.At("sums.csv")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(studio, "broken.pdf", "%PDF-1.4\nno"u8.ToArray())).StatusCode);
        Assert.False(File.Exists(studio.At("broken.pdf")));
    }

    internal static async Task<HttpResponseMessage> SendAsync(Studio studio, string name, byte[] film) =>
        await PieceAsync(studio, Id(await studio.PostAsync("/api/uploads", new { name, size = film.Length })), 0, film);

    private static async Task<HttpResponseMessage> PieceAsync(Studio studio, string id, long offset, byte[] piece)
    {
        using var content = new ByteArrayContent(piece) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } };
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/uploads/{id}") { Content = content };
        request.Headers.Add("Upload-Offset", $"{offset}");
        return await studio.Client.SendAsync(request);
    }

    private static string Id(JsonNode upload) => upload["id"]!.GetValue<string>();

    private static string Header(HttpResponseMessage answer) => string.Join(' ', answer.Headers.GetValues("Upload-Offset"));
}
