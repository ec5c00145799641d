using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Kinolux.Core.Text;

/// <summary>
/// How every Kinolux file is written as JSON: camelCase, enums as words, nulls left out. What a type cannot be without must be there when it is read, and lists hold no nulls:
/// files are edited by hand, and what is missing is told where it is read and not where it is used.
/// </summary>
public static class KinoluxJson
{
    /// <summary>One value per line, for JSON Lines.</summary>
    public static JsonSerializerOptions Line { get; } = Make(indented: false);

    /// <summary>Indented, for files that a person edits.</summary>
    public static JsonSerializerOptions Pretty { get; } = Make(indented: true);

    /// <summary>Makes options of the web's defaults write and read as Kinolux does, for whoever brings options of their own.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.ReadCommentHandling = JsonCommentHandling.Skip;
        options.AllowTrailingCommas = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
    }

    private static JsonSerializerOptions Make(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = indented, RespectNullableAnnotations = true, TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Require } },
        };
        Configure(options);
        options.MakeReadOnly();
        return options;
    }

    private static void Require(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property is { PropertyType.IsValueType: false, AssociatedParameter: { HasDefaultValue: false, IsNullable: false } })
                property.IsRequired = true;
        if (type is { Kind: JsonTypeInfoKind.Enumerable, ElementType.IsValueType: false })
            type.OnDeserialized = list =>
            {
                if (((System.Collections.IEnumerable)list).Cast<object?>().Contains(null))
                    throw new JsonException("a list holds null");
            };
    }
}
