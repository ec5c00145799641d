using System.Net;
using System.Text.Json.Nodes;
using Kinolux.Core.Png;

namespace Kinolux.Studio.Tests;

public sealed class FrameTests
{
    [Fact]
    public async Task Frames_come_as_pictures_that_a_browser_need_not_fetch_twice()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        var frames = await FramesOf(studio);
        var answer = await studio.Client.GetAsync($"{frames}/7.png");
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        var picture = PngFile.Read(await answer.Content.ReadAsStreamAsync());
        Assert.Equal((96, 64, 8, 1), (picture.Width, picture.Height, picture.Depth, picture.Planes.Count));

        using var again = new HttpRequestMessage(HttpMethod.Get, $"{frames}/7.png");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await studio.Client.SendAsync(again)).StatusCode);
        Assert.NotEqual(answer.Headers.ETag, (await studio.Client.GetAsync($"{frames}/8.png")).Headers.ETag);
    }

    [Fact]
    public async Task They_come_smaller_and_exact_too()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        var frames = await FramesOf(studio);
        var small = PngFile.Read(await studio.Client.GetStreamAsync($"{frames}/3.png?width=24"));
        Assert.Equal((24, 16), (small.Width, small.Height));
        Assert.Equal(16, PngFile.Read(await studio.Client.GetStreamAsync($"{frames}/3.png?depth=16")).Depth);
    }

    [Theory]
    [InlineData("48.png", 422, "KX1011")]
    [InlineData("3.png?side=after", 404, "KX6060")]
    [InlineData("3.png?side=behind", 400, "KX6004")]
    [InlineData("3.png?width=0", 400, "KX6004")]
    [InlineData("3.png?depth=12", 400, "KX6004")]
    [InlineData("3.png?width=wide", 400, "KX6004")]
    public async Task What_cannot_be_shown_is_said(string frame, int status, string code)
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        var answer = await studio.Client.GetAsync($"{await FramesOf(studio)}/{frame}");
        Assert.Equal((status, code), ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]!.GetValue<string>()));
    }

    private static async Task<string> FramesOf(Studio studio) =>
        $"/api/films/{await studio.IdAsync()}/frames";
}
