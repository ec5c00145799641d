using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Kinolux.Studio.Tests;

/// <summary>Nulls, lengths and depths that no page sends, and folders of which one part cannot be read.</summary>
public sealed class NullTests
{
    [Theory]
    [InlineData("POST", "/api/works/ID/decisions", """{"names":[null],"verdict":"accept"}""")]
    [InlineData("POST", "/api/works/ID/decisions", """{"names":null,"verdict":"accept"}""")]
    [InlineData("POST", "/api/works/ID/decisions", """{"names":["dirt"],"verdict":null}""")]
    [InlineData("PUT", "/api/films/ID/plan", """{"quality":"fast","stages":[null]}""")]
    [InlineData("PUT", "/api/films/ID/plan", """{"quality":"fast","stages":[{"id":null,"on":true,"options":{}}]}""")]
    [InlineData("PUT", "/api/films/ID/plan", """{"quality":"fast","stages":[{"id":"despeckle","on":true,"options":null}]}""")]
    [InlineData("PUT", "/api/works/ID/policy", """{"name":"p","rules":[null]}""")]
    [InlineData("PUT", "/api/works/none/policy", """{"name":"p","rules":[null]}""")]
    [InlineData("PUT", "/api/works/ID/policy", """{"name":null,"rules":[]}""")]
    [InlineData("PUT", "/api/works/ID/policy", """{"name":"p","rules":[{"kind":null,"minConfidence":0,"verdict":"accept"}]}""")]
    [InlineData("POST", "/api/works/ID/wishes", """{"kind":null,"frames":"3"}""")]
    [InlineData("POST", "/api/works/ID/wishes", """{"kind":"dirt","frames":null}""")]
    [InlineData("POST", "/api/works/ID/wishes", """{"kind":"dirt","frames":"3","region":{"box":{"x":0,"y":0,"width":2,"height":2},"runs":[null]}}""")]
    [InlineData("POST", "/api/works/ID/wishes", """{"kind":"dirt","frames":"3","region":{"box":{"x":0,"y":0,"width":2,"height":2},"runs":null}}""")]
    [InlineData("POST", "/api/films/ID/preview", """{"frame":1,"stages":[null]}""")]
    [InlineData("POST", "/api/films", """{"path":null}""")]
    [InlineData("POST", "/api/films", "null")]
    [InlineData("POST", "/api/films", "")]
    [InlineData("POST", "/api/jobs", """{"work":null,"verb":"analyse"}""")]
    [InlineData("POST", "/api/jobs", """{"work":"x","verb":null}""")]
    [InlineData("POST", "/api/uploads", """{"name":null,"size":1}""")]
    [InlineData("POST", "/api/uploads", """{"name":"a.mkv","size":null}""")]
    public async Task Null_where_something_must_be_is_refused_with_a_code(string method, string address, string body)
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        Assert.Equal((HttpStatusCode.BadRequest, "KX6004"), await SendAsync(studio, method, address.Replace("ID", await studio.IdAsync(), StringComparison.Ordinal), body));
    }

    [Fact]
    public async Task What_is_longer_than_anything_honest_is_refused_with_a_code()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        var film = $"/api/works/{await studio.IdAsync()}";
        var names = string.Join(',', Enumerable.Repeat("\"dirt\"", 100_001));
        foreach (var body in (string[])[$$"""{"names":[{{names}}],"verdict":"accept"}""", $$"""{"names":["{{new string('x', 8193)}}"],"verdict":"accept"}""", $$"""{"names":["dirt"],"verdict":"accept","reason":"{{new string('x', 8193)}}"}""", $$"""{"names":["dirt"],"verdict":"edit","change":{{string.Concat(Enumerable.Repeat("{\"a\":", 70))}}1{{new string('}', 70)}}}"""])
            Assert.Equal((HttpStatusCode.BadRequest, "KX6004"), await SendAsync(studio, "POST", film + "/decisions", body));
    }

    [Theory]
    [InlineData("""{"film":"","rate":null,"output":null}""")]
    [InlineData("""{"film":null}""")]
    [InlineData("""{"film":"relative.mkv","output":"x"}""")]
    [InlineData("""{"film":"/a\u0000b.mkv"}""")]
    [InlineData("null")]
    [InlineData("[[[")]
    [InlineData("")]
    public async Task One_work_folder_that_cannot_be_read_is_left_out_of_the_list_and_told(string note)
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        Directory.CreateDirectory(studio.At("w.kinolux"));
        await File.WriteAllTextAsync(studio.At("w.kinolux/work.json"), note);
        var list = await studio.GetAsync("/api/films");
        Assert.Equal(["reel"], list["films"]!.AsArray().Select(film => film!["name"]!.GetValue<string>()));
        Assert.Equal(["w.kinolux"], list["leftOut"]!.AsArray().Select(one => one!["name"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("plan.json", "{}")]
    [InlineData("plan.json", "")]
    [InlineData("review.jsonl", "{\"kind\":null}\n")]
    [InlineData("policy.json", "{\"rules\":[null]}")]
    [InlineData("wishes.jsonl", "{\"kind\":null}\n")]
    [InlineData("decisions.jsonl", "{\"kind\":null}\n")]
    [InlineData("decisions.jsonl", "[]\n")]
    public async Task One_film_that_cannot_be_read_takes_no_other_from_the_list(string file, string text)
    {
        var (studio, address) = await RestoredFilm.OpenAsync();
        await using (studio)
        {
            Studio.PutFilm(studio.At("other.mkv"));
            await File.WriteAllTextAsync(studio.At($"reel.restored.mkv.kinolux/{file}"), text);
            var list = await studio.GetAsync("/api/films");
            Assert.Contains("other", list["films"]!.AsArray().Select(film => film!["name"]!.GetValue<string>()));
            foreach (var part in (string[])["", "/plan", "/plots", "/frames/1.png?side=after", "WORK/", "WORK/document", "WORK/groups", "WORK/proposals", "WORK/history", "WORK/policy", "WORK/why?at=1", "WORK/proposals/at/1", "WORK/confidences?kind=dirt"])
            {
                var answer = await studio.Client.GetAsync(part.StartsWith("WORK", StringComparison.Ordinal) ? address.AsWork() + part[4..].TrimEnd('/') : address + part);
                Assert.True((int)answer.StatusCode < 500, $"{part}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }
        }
    }

    private static async Task<(HttpStatusCode, string?)> SendAsync(Studio studio, string method, string address, string body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", "\"new\"");
        var answer = await studio.Client.SendAsync(request);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonNode>())?["code"]?.GetValue<string>());
    }
}
