using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Kinolux.Core.Faults;

namespace Kinolux.Studio.Tests;

/// <summary>The requests that the catalogue gives as examples.</summary>
public sealed class FaultRequestTests
{
    public static TheoryData<string> Examples => new(FaultCatalogue.All.Where(entry => entry.Request.Length > 0).Select(entry => entry.Code));

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task The_request_is_answered_by_this_very_fault(string code)
    {
        var entry = FaultCatalogue.Find(code);
        await using var studio = await Studio.OpenAsync("clean.mkv");
        var words = entry.Request.Split(' ', 3);
        using var request = new HttpRequestMessage(new HttpMethod(words[0]), words[1]);
        if (words.Length > 2)
            request.Content = new StringContent(words[2], Encoding.UTF8, "application/json");
        var answer = await studio.Client.SendAsync(request);
        var problem = await answer.Content.ReadFromJsonAsync<JsonNode>();
        Assert.Equal((entry.Status, code), ((int)answer.StatusCode, problem!["code"]!.GetValue<string>()));
        Assert.DoesNotMatch(@"\{\w+\}", $"{problem["detail"]}{problem["remedy"]}");
    }
}
