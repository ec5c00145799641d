using Kinolux.Core.Faults;
using Kinolux.Restoration;
using Kinolux.Work;

namespace Kinolux.Studio.Tests;

public sealed class OpeningTests
{
    [Fact]
    public async Task A_second_studio_over_one_folder_is_refused()
    {
        await using var studio = await Studio.OpenAsync();
        Assert.Equal("KX6008", Assert.Throws<FaultException>(() => StudioServer.Create(new StudioSettings { Engines = new Engines(new FilmEngine()), Folder = studio.Folder, Person = "other" })).Fault.Code);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_a_fault_that_says_so()
    {
        await using var studio = await Studio.OpenAsync();
        using var folder = new TemporaryFolder();
        await using var other = StudioServer.Create(new StudioSettings { Engines = new Engines(new FilmEngine()), Folder = folder.Path, Person = "other", Port = studio.Address.Port });
        Assert.Equal("KX6006", (await Assert.ThrowsAsync<FaultException>(() => other.StartAsync())).Fault.Code);
    }

    [Fact]
    public async Task It_ends_at_once_though_pages_listen()
    {
        await using var studio = await Studio.OpenAsync();
        using var stream = await studio.Client.GetStreamAsync("/api/events");
        using var reader = new StreamReader(stream);
        await reader.ReadLineAsync();
        var rest = reader.ReadToEndAsync();
        await studio.RestartAsync();
        await rest;
    }
}
