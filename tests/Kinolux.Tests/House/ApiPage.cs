using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Kinolux.Restoration;
using Kinolux.Studio;
using Kinolux.Work;

namespace Kinolux.Tests.House;

/// <summary>The reference of the studio's API, written from what a running studio says of itself in OpenAPI.</summary>
internal static class ApiPage
{
    public static async Task<string> WriteAsync()
    {
        using var folder = new TemporaryFolder();
        await using var studio = StudioServer.Create(new StudioSettings { Engines = new Engines(new FilmEngine()), Folder = folder.Path, Person = "" });
        await studio.StartAsync();
        using var client = new HttpClient { BaseAddress = studio.Address };
        var api = await client.GetFromJsonAsync<JsonNode>("/openapi/v1.json") ?? throw new InvalidOperationException("The studio says nothing of itself.");
        var page = new StringBuilder($"# The studio's API\n\n{api["info"]!["description"]} A running studio describes it at `/openapi/v1.json`.\n");
        var operations = api["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(method => (Name: $"{method.Key.ToUpperInvariant()} {path.Key}", Path: path.Key, Operation: method.Value!)))
            .OrderBy(entry => entry.Path, StringComparer.Ordinal).ThenBy(entry => entry.Name, StringComparer.Ordinal);
        foreach (var tag in operations.GroupBy(entry => entry.Operation["tags"]![0]!.GetValue<string>()).OrderBy(tag => tag.Key, StringComparer.Ordinal))
        {
            page.Append($"\n## {tag.Key}\n");
            foreach (var (name, _, operation) in tag)
                page.Append(Operation(name, operation));
        }
        page.Append("\n## Types\n");
        foreach (var (name, type) in api["components"]!["schemas"]!.AsObject().OrderBy(type => type.Key, StringComparer.Ordinal))
            page.Append(Schema(name, type!));
        return page.ToString();
    }

    private static string Operation(string name, JsonNode operation)
    {
        var text = new StringBuilder($"\n### {name}\n\n{operation["summary"]}.");
        if (operation["description"] is { } description)
            text.Append($" {description}");
        text.Append("\n\n");
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
            if (parameter!["in"]!.GetValue<string>() == "query")
                text.Append($"- `{parameter["name"]}`{(parameter["required"]?.GetValue<bool>() == true ? "" : ", may be left out")}: {Words(parameter["schema"])}\n");
        foreach (var (type, body) in operation["requestBody"]?["content"]?.AsObject() ?? [])
            text.Append($"- takes {(type == "application/json" ? Words(body!["schema"]) : $"`{type}`")}\n");
        foreach (var (status, answer) in operation["responses"]!.AsObject().Where(answer => answer.Key != "default"))
            text.Append($"- {status}: {Answer(answer!)}\n");
        return text.ToString();
    }

    private static string Answer(JsonNode answer) =>
        answer["content"]?.AsObject().FirstOrDefault() is { Value: { } content, Key: var type } ? type == "application/json" ? Words(content["schema"]) : $"`{type}`" : "no body";

    private static string Schema(string name, JsonNode type)
    {
        var text = new StringBuilder($"\n### {name}\n\n");
        if (type["description"] is { } description)
            text.Append($"{description}\n\n");
        if (type["enum"] is JsonArray words)
            return text.Append($"One of {string.Join(", ", words.Select(word => $"`{word}`"))}.\n").ToString();
        if (type["properties"] is not JsonObject fields)
            return text.Append(type["pattern"] is { } pattern ? $"A text such as `{pattern}`.\n" : "Any object.\n").ToString();
        text.Append("| field | type | meaning |\n|---|---|---|\n");
        var required = (type["required"]?.AsArray() ?? []).Select(field => field!.GetValue<string>()).ToHashSet();
        foreach (var (field, value) in fields)
            text.Append($"| `{field}` | {Words(value)}{(required.Contains(field) ? "" : ", may be left out")} | {Meaning(value!)} |\n");
        return text.ToString();
    }

    private static string Meaning(JsonNode value) =>
        $"{value["description"] ?? value["oneOf"]?.AsArray().Select(one => one!["description"]).FirstOrDefault(said => said is not null)}".ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);

    // A type in words; that a value may be null goes without saying, since nulls are left out.
    private static string Words(JsonNode? schema)
    {
        if (schema?["$ref"]?.GetValue<string>() is { } reference)
            return reference[(reference.LastIndexOf('/') + 1)..] is var name ? $"[{name}](#{name.ToLowerInvariant()})" : "";
        if (schema?["oneOf"] is JsonArray choices)
            return Words(choices.First(choice => choice!["type"]?.ToString() != "null"));
        var types = schema?["type"] is JsonArray several ? several.Select(type => type!.GetValue<string>()).ToList() : [schema?["type"]?.ToString() ?? "anything"];
        return string.Join(" or ", types.Where(type => type != "null").Select(type => type == "array" ? $"list of {Words(schema!["items"])}" : type));
    }
}
