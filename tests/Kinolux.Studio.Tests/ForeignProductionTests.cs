using System.Net;

namespace Kinolux.Studio.Tests;

/// <summary>A production that came from elsewhere: what its own files say opens, changes and removes nothing outside it.</summary>
public sealed class ForeignProductionTests
{
    [Theory]
    [InlineData("../../../../people/docs/keep.txt")]
    [InlineData("../keep.mkv")]
    [InlineData("/tmp/keep.mkv")]
    [InlineData("upload.json")]
    [InlineData("..")]
    [InlineData("")]
    public async Task An_upload_that_names_a_file_elsewhere_is_none(string name)
    {
        await using var studio = await Studio.OpenAsync();
        Directory.CreateDirectory(studio.At("people/docs"));
        await File.WriteAllTextAsync(studio.At("people/docs/keep.txt"), "precious");
        Directory.CreateDirectory(studio.At(".kinolux/uploads/evil1"));
        await File.WriteAllTextAsync(studio.At(".kinolux/uploads/evil1/upload.json"), $$"""{"name":"{{name}}","size":100}""");
        await AssertNoneAsync(studio, "evil1");
        Assert.Equal("precious", await File.ReadAllTextAsync(studio.At("people/docs/keep.txt")));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"name\":null,\"size\":1}")]
    [InlineData("{\"name\":\"a.mkv\",\"size\":-1}")]
    [InlineData("[")]
    [InlineData("")]
    public async Task An_upload_whose_note_cannot_be_read_is_none(string note)
    {
        await using var studio = await Studio.OpenAsync();
        Directory.CreateDirectory(studio.At(".kinolux/uploads/evil1"));
        await File.WriteAllTextAsync(studio.At(".kinolux/uploads/evil1/upload.json"), note);
        await AssertNoneAsync(studio, "evil1");
    }

    [Fact]
    public async Task Links_among_uploads_lead_nowhere()
    {
        using var elsewhere = new TemporaryFolder();
        Directory.CreateDirectory(elsewhere.File("evil1"));
        await File.WriteAllTextAsync(elsewhere.File("evil1/upload.json"), """{"name":"keep.mkv","size":100}""");
        await File.WriteAllTextAsync(elsewhere.File("evil1/keep.mkv"), "precious");
        await using var studio = await Studio.OpenAsync();
        Directory.CreateDirectory(studio.At(".kinolux/uploads/evil2"));
        Directory.CreateSymbolicLink(studio.At(".kinolux/uploads/evil1"), elsewhere.File("evil1"));
        await File.WriteAllTextAsync(studio.At(".kinolux/uploads/evil2/upload.json"), """{"name":"keep.mkv","size":100}""");
        File.CreateSymbolicLink(studio.At(".kinolux/uploads/evil2/keep.mkv"), elsewhere.File("evil1/keep.mkv"));
        await AssertNoneAsync(studio, "evil1");
        await AssertNoneAsync(studio, "evil2");
        Assert.Equal("precious", await File.ReadAllTextAsync(elsewhere.File("evil1/keep.mkv")));
    }

    private static async Task AssertNoneAsync(Studio studio, string id)
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Head, HttpMethod.Delete])
            Assert.Equal(HttpStatusCode.NotFound, (await studio.Client.SendAsync(new HttpRequestMessage(method, $"/api/uploads/{id}"))).StatusCode);
    }
}
