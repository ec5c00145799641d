using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kinolux.Restoration;
using Kinolux.Work;

namespace Kinolux.Studio.Tests;

/// <summary>A studio over a folder of its own, on a free port, with a client that asks as the pages do.</summary>
internal sealed class Studio : IAsyncDisposable
{
    private static readonly Lazy<byte[]> SmallFilm = new(MakeFilm);
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _state = new();
    private StudioServer? _server;
    private string? _person;
    private Engines _engines = new(new FilmEngine());

    public HttpClient Client { get; private set; } = new();

    public Uri Address => Client.BaseAddress ?? throw new InvalidOperationException("The studio is closed.");

    public string Folder => _folder.Path;

    /// <param name="films">Names of films to put into the folder first.</param>
    public static Task<Studio> OpenAsync(params string[] films) => OpenForAsync("tester", films);

    /// <param name="engines">What it can work on.</param>
    /// <param name="files">Puts files into the folder first.</param>
    public static async Task<Studio> OpenWithAsync(Engines engines, Action<Studio> files)
    {
        var studio = new Studio { _person = "tester", _engines = engines };
        files(studio);
        await studio.StartAsync();
        return studio;
    }

    /// <param name="person">Who decides; null where nobody gave a name yet.</param>
    public static async Task<Studio> OpenForAsync(string? person, params string[] films)
    {
        var studio = new Studio { _person = person };
        foreach (var film in films)
            PutFilm(studio.At(film));
        await studio.StartAsync();
        return studio;
    }

    /// <summary>A small film of two shots with dirt: 48 frames of 96 × 64.</summary>
    public static void PutFilm(string path)
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "");
        File.WriteAllBytes(path, SmallFilm.Value);
    }

    public string At(string name) => _folder.File(name);

    /// <summary>Ends the studio and opens it again over the same folder.</summary>
    public async Task RestartAsync(Action? meanwhile = null)
    {
        await EndAsync();
        meanwhile?.Invoke();
        await StartAsync();
    }

    /// <summary>GETs an address and reads its JSON.</summary>
    public async Task<JsonNode> GetAsync(string address) => await ReadAsync(await Client.GetAsync(address));

    /// <summary>POSTs JSON, or nothing, and reads the answer's.</summary>
    public async Task<JsonNode> PostAsync(string address, object? body = null) => await ReadAsync(await Client.PostAsJsonAsync(address, body ?? new { }));

    /// <summary>The id of the only film, or of the film of that name.</summary>
    public async Task<string> IdAsync(string? name = null) =>
        (await GetAsync("/api/films"))["films"]!.AsArray().Single(film => name is null || film!["name"]!.GetValue<string>() == name)!["id"]!.GetValue<string>();

    /// <summary>Asks again until what is wanted is there; the test's own time ends what never comes.</summary>
    public async Task<JsonNode> UntilAsync(string address, Func<JsonNode, bool> wanted)
    {
        for (; ; )
        {
            var node = await GetAsync(address);
            if (wanted(node))
                return node;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        Client.Dispose();
        _folder.Dispose();
        _state.Dispose();
    }

    private async Task StartAsync()
    {
        _server = StudioServer.Create(new StudioSettings { Engines = _engines, Folder = Folder, Person = _person, State = _state.Path });
        await _server.StartAsync();
        var client = new HttpClient { BaseAddress = _server.Address };
        client.DefaultRequestHeaders.Add("X-Kinolux", "1");
        Client.Dispose();
        Client = client;
    }

    private async Task EndAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _server = null;
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage?.RequestUri}: {answer.StatusCode} {text}");
        return JsonNode.Parse(text) ?? throw new InvalidOperationException($"{answer.RequestMessage?.RequestUri} answered nothing");
    }

    private static byte[] MakeFilm()
    {
        using var folder = new TemporaryFolder();
        return File.ReadAllBytes(DirtyFilm.Write(folder.File("film.mkv")));
    }
}
