using System.Net;
using System.Net.Http.Headers;

namespace Kinolux.Studio.Tests;

public sealed class MediaTests
{
    [Fact]
    public async Task A_film_file_is_sent_whole_and_in_ranges()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        var film = await File.ReadAllBytesAsync(studio.At("reel.mkv"));
        var address = $"/api/films/{await studio.IdAsync()}/media/source";
        Assert.Equal(film, await studio.Client.GetByteArrayAsync(address));
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(100, 199) } };
        var part = await studio.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(film[100..200], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await studio.Client.GetAsync($"/api/films/{await studio.IdAsync()}/media/output")).StatusCode);
    }
}
