using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kinolux.Core.Processes;

namespace Kinolux.Studio.Tests;

/// <summary>A studio over a folder of its own, on a free port, with a client that asks as the pages do.</summary>
internal sealed class Studio : IAsyncDisposable
{
    private static readonly Lazy<byte[]> CleanFilm = new(MakeFilm);
    private readonly TemporaryFolder _folder;
    private readonly StudioServer _server;

    private Studio(TemporaryFolder folder, StudioServer server) => (_folder, _server) = (folder, server);

    public HttpClient Client { get; private init; } = new();

    public Uri Address => _server.Address;

    public string Folder => _folder.Path;

    /// <param name="films">Names of films to put into the folder first: 24 frames of 96 × 64 with sound.</param>
    public static async Task<Studio> OpenAsync(params string[] films)
    {
        var folder = new TemporaryFolder();
        foreach (var film in films)
            PutFilm(folder.File(film));
        var server = StudioServer.Create(new StudioSettings { Folder = folder.Path, Person = "tester" });
        await server.StartAsync();
        var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add("X-Kinolux", "1");
        return new Studio(folder, server) { Client = client };
    }

    public static void PutFilm(string path)
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "");
        File.WriteAllBytes(path, CleanFilm.Value);
    }

    public string At(string name) => _folder.File(name);

    /// <summary>GETs an address and reads its JSON.</summary>
    public async Task<JsonNode> GetAsync(string address) => await Client.GetFromJsonAsync<JsonNode>(address) ?? throw new InvalidOperationException(address);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private static byte[] MakeFilm()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("film.mkv");
        var result = Tool.Run("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "testsrc2=s=96x64:r=24:d=1", "-f", "lavfi", "-i", "sine=d=1", "-pix_fmt", "yuv420p", "-c:v", "ffv1", "-c:a", "pcm_s16le", path]);
        return result.ExitCode == 0 ? File.ReadAllBytes(path) : throw new InvalidOperationException(result.ErrorTail);
    }
}
