namespace Kinolux.Studio.Tests;

/// <summary>What the studio says of itself at <c>/openapi/v1.json</c>.</summary>
public sealed class DescriptionTests
{
    [Fact]
    public async Task Every_operation_is_described_with_what_it_takes_answers_and_how_it_fails()
    {
        await using var studio = await Studio.OpenAsync();
        var api = await studio.GetAsync("/openapi/v1.json");
        foreach (var (path, methods) in api["paths"]!.AsObject())
            foreach (var (method, operation) in methods!.AsObject())
            {
                var name = $"{method.ToUpperInvariant()} {path}";
                Assert.True(operation!["summary"] is not null, $"{name} has no summary.");
                Assert.Contains(operation["tags"]![0]!.GetValue<string>(), (string[])["Films", "Jobs", "Pictures", "Review", "Scripts", "Studio", "Uploads", "Works"]);
                Assert.True(operation["responses"]!["default"]?["content"]?["application/problem+json"] is not null, $"{name} says nothing of faults.");
                Assert.True(operation["responses"]!.AsObject().Any(answer => answer.Key.StartsWith('2')), $"{name} says nothing of its answer.");
                Assert.Equal(method is not ("get" or "head"), operation["parameters"]?.AsArray().Any(parameter => parameter!["name"]!.GetValue<string>() == "X-Kinolux") ?? false);
            }
    }
}
