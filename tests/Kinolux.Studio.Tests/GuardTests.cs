using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Kinolux.Restoration;
using Kinolux.Work;

namespace Kinolux.Studio.Tests;

/// <summary>What other sites and other machines try.</summary>
public sealed class GuardTests
{
    [Fact]
    public async Task It_listens_on_loopback_alone()
    {
        await using var studio = await Studio.OpenAsync();
        var port = studio.Address.Port;
        Assert.All(IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => listener.Port == port), listener => Assert.Equal(IPAddress.Loopback, listener.Address));
        foreach (var address in (await Dns.GetHostAddressesAsync(Dns.GetHostName())).Where(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address)))
            await Assert.ThrowsAsync<SocketException>(async () =>
            {
                using var client = new TcpClient();
                await client.ConnectAsync(address, port);
            });
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:{0}")]
    [InlineData("127.0.0.1.evil.example:{0}")]
    [InlineData("127.0.0.1:1")]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0:{0}")]
    [InlineData("")]
    public async Task A_foreign_host_name_gets_nowhere(string host)
    {
        await using var studio = await Studio.OpenAsync();
        foreach (var path in (string[])["/", "/api/films", "/openapi/v1.json", "/studio.js"])
        {
            var answer = await RawAnswer.OfAsync(studio.Address, $"GET {path} HTTP/1.1\r\nHost: {string.Format(System.Globalization.CultureInfo.InvariantCulture, host, studio.Address.Port)}");
            Assert.Contains(answer.Status, (int[])[400, 421]);
            Assert.DoesNotContain("films\"", answer.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Origin: https://evil.example")]
    [InlineData("Origin: null")]
    [InlineData("Origin: http://127.0.0.1:1")]
    [InlineData("Origin: https://{0}")]
    [InlineData("Sec-Fetch-Site: cross-site")]
    [InlineData("Sec-Fetch-Site: same-site")]
    public async Task A_request_from_another_site_gets_nowhere(string header)
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        header = string.Format(System.Globalization.CultureInfo.InvariantCulture, header, studio.Address.Authority);
        foreach (var line in (string[])["GET / HTTP/1.1", "GET /api/films HTTP/1.1", "GET /api/events HTTP/1.1", "POST /api/jobs HTTP/1.1\r\nX-Kinolux: 1\r\nContent-Type: application/json", "OPTIONS /api/jobs HTTP/1.1"])
        {
            var answer = await RawAnswer.OfAsync(studio.Address, $"{line}\r\n{header}", line.StartsWith("POST", StringComparison.Ordinal) ? "{}" : "");
            Assert.Equal(403, answer.Status);
            Assert.DoesNotContain("access-control", answer.Head, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "film=1&kind=restore")]
    [InlineData("text/plain", """{"work":"1","verb":"restore"}""")]
    [InlineData("multipart/form-data; boundary=x", "--x--")]
    public async Task A_form_of_an_old_browser_that_says_nothing_of_where_it_comes_from_changes_nothing(string type, string body)
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        foreach (var method in (string[])["POST", "PUT", "PATCH", "DELETE"])
            foreach (var path in (string[])["/api/jobs", "/api/films", "/api/uploads", "/api/jobs/1/cancel", "/api/films/1/plan"])
                Assert.Equal(403, (await RawAnswer.OfAsync(studio.Address, $"{method} {path} HTTP/1.1\r\nContent-Type: {type}", body)).Status);
        Assert.Empty((await studio.GetAsync("/api/jobs"))["jobs"]!.AsArray());
    }

    [Fact]
    public async Task Every_answer_is_fenced_in()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        foreach (var path in (string[])["/", "/studio.js", "/api/films", "/api/nothing", $"/api/films/{await studio.IdAsync()}/media/source", "/openapi/v1.json"])
        {
            var head = (await RawAnswer.OfAsync(studio.Address, $"GET {path} HTTP/1.1")).Head;
            foreach (var wanted in (string[])["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "X-Content-Type-Options: nosniff", "Cross-Origin-Resource-Policy: same-origin", "Referrer-Policy: no-referrer"])
                Assert.Contains(wanted, head, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-", head, StringComparison.Ordinal);
            Assert.DoesNotContain("Server:", head, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/api/films/../../../etc/passwd")]
    [InlineData("/api/films/..%2f..%2fsecret.mkv")]
    [InlineData("/api/films/%252e%252e%252fsecret.mkv/media/source")]
    [InlineData("/api/films/..%5c..%5csecret.mkv/media/source")]
    [InlineData("/api/films/{id}/media/..%2fsecret.mkv")]
    [InlineData("/api/films/{id}/report/../../secret.mkv")]
    [InlineData("/api/films/{id}/report/..%2f..%2fsecret.mkv")]
    [InlineData("/api/films/{id}/report/%2e%2e/secret.mkv")]
    [InlineData("/api/films/{id}/report/%252e%252e%252fsecret.mkv")]
    [InlineData("/api/films/{id}/report/..%5c..%5csecret.mkv")]
    [InlineData("/api/films/{id}/report//etc/passwd")]
    [InlineData("/api/films/{id}/report/index.html%00.png")]
    [InlineData("/api/films/{id}%00/media/source")]
    [InlineData("/api/uploads/..%2f..%2f..")]
    public async Task A_path_in_an_address_leads_nowhere(string path)
    {
        await using var studio = await Studio.OpenAsync("in/reel.mkv");
        await File.WriteAllTextAsync(studio.At("secret.mkv"), "the secret");
        Directory.CreateDirectory(studio.At("in/reel.restored.report"));
        await File.WriteAllTextAsync(studio.At("in/reel.restored.report/index.html"), "the page");
        var answer = await RawAnswer.OfAsync(studio.Address, $"GET {path.Replace("{id}", await studio.IdAsync("reel"), StringComparison.Ordinal)} HTTP/1.1");
        Assert.Contains(answer.Status, (int[])[400, 404]);
        Assert.DoesNotContain("secret\n", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("the page", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_belongs_into_a_request_is_refused()
    {
        await using var studio = await Studio.OpenAsync();
        var answer = await RawAnswer.OfAsync(studio.Address, $"POST /api/jobs HTTP/1.1\r\nX-Kinolux: 1\r\nContent-Type: application/json\r\nContent-Length: {9 << 20}", "{");
        Assert.Equal(413, answer.Status);
        Assert.Contains("KX6007", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_lie_in_the_folder_are_not_taken_for_the_studios()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("appsettings.json"), """{"Kestrel":{"Endpoints":{"Open":{"Url":"http://0.0.0.0:0"}}},"urls":"http://0.0.0.0:0"}""");
        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = folder.Path;
        try
        {
            await using var studio = StudioServer.Create(new StudioSettings { Engines = new Engines(new FilmEngine()), Folder = folder.Path, Person = "tester" });
            await studio.StartAsync();
            Assert.Equal("127.0.0.1", studio.Address.Host);
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }
}
