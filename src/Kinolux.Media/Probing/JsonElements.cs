using System.Text.Json;

namespace Kinolux.Media.Probing;

/// <summary>Looks into JSON that may be anything.</summary>
internal static class JsonElements
{
    /// <summary>A member of an object; null where this is no object, has none of that name, or one of another kind.</summary>
    public static JsonElement? Child(this JsonElement json, string name, JsonValueKind? kind = null) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && (kind is null || value.ValueKind == kind) ? value : null;
}
