using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Kinolux.Core.Text;

/// <summary>
/// How every Kinolux file is written as JSON: camelCase, enums as words, nulls left out. What a type cannot be without must be there when it is read, lists hold no nulls, and nothing is longer than anything honest:
/// files are edited by hand, and what is missing is reported where it is read and not where it is used.
/// </summary>
public static class KinoluxJson
{
    /// <summary>One value per line, for JSON Lines.</summary>
    public static JsonSerializerOptions Line { get; } = Make(indented: false);

    /// <summary>Indented, for files that a person edits.</summary>
    public static JsonSerializerOptions Pretty { get; } = Make(indented: true);

    // Of a text and of a list in a file: more than any that we write, less than would fill the memory.
    private const int LongestText = 1 << 20;
    private const int LongestList = 1 << 24;

    /// <summary>The one way to read a value, from wherever it comes: files, tools and pages.</summary>
    /// <exception cref="JsonException">It is null, something else, or longer than anything honest.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8)
    {
        try
        {
            CheckEscapes(utf8);
            return JsonSerializer.Deserialize<T>(utf8, Line) ?? throw new JsonException("it is empty");
        }
        catch (Exception cause) when (IsRefusal(cause))
        {
            throw new JsonException(cause.Message, cause);
        }
    }

    /// <inheritdoc cref="Read{T}(ReadOnlySpan{byte})"/>
    public static T Read<T>(string text) => Read<T>(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Read{T}(ReadOnlySpan{byte})"/>
    public static T Read<T>(JsonElement element) => Read<T>(element.GetRawText());

    // Half a letter is found only when its text is asked for, which of nodes is later than here.
    private static void CheckEscapes(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOf("\\u"u8) < 0)
            return;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Line.MaxDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        while (reader.Read())
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                reader.GetString();
    }

    // What types and their converters say beside JsonException.
    private static bool IsRefusal(Exception cause) => cause is NotSupportedException or ArgumentException or FormatException or OverflowException or InvalidOperationException;

    /// <summary>Makes options of the web's defaults write and read as Kinolux does, for whoever brings options of their own.</summary>
    /// <param name="longestText">Characters that a text may have when it is read.</param>
    /// <param name="longestList">Entries that a list may have when it is read.</param>
    public static void Configure(JsonSerializerOptions options, int longestText = LongestText, int longestList = LongestList)
    {
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { type => Hold(type, longestText, longestList) } };
        options.RespectNullableAnnotations = true;
        options.MaxDepth = 64;
        // Else the last of two counts here and the first there, and a node that is looked into later throws.
        options.AllowDuplicateProperties = false;
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
            WriteIndented = indented,
        };
        Configure(options);
        options.MakeReadOnly();
        return options;
    }

    private static void Hold(JsonTypeInfo type, int longestText, int longestList)
    {
        foreach (var property in type.Properties)
            if (property is { PropertyType.IsValueType: false, AssociatedParameter: { HasDefaultValue: false, IsNullable: false } })
                property.IsRequired = true;
        if (type.Kind == JsonTypeInfoKind.Enumerable)
            type.OnDeserialized = list => Check((System.Collections.IEnumerable)list, longestText, longestList);
        if (type is { Kind: JsonTypeInfoKind.Object, Type.IsValueType: false } && type.Properties.Where(property => property.PropertyType == typeof(string)).Select(property => property.Get).OfType<Func<object, object?>>().ToArray() is { Length: > 0 } texts)
            type.OnDeserialized = value =>
            {
                foreach (var text in texts)
                    Check(text(value) as string, longestText);
            };
    }

    private static void Check(System.Collections.IEnumerable list, int longestText, int longestList)
    {
        if (list is System.Collections.ICollection { Count: var count } && count > longestList)
            throw new JsonException($"a list has more than {longestList} entries");
        // Of numbers there is nothing more to say.
        if (list is IReadOnlyCollection<int> or IReadOnlyCollection<double> or IReadOnlyCollection<float>)
            return;
        foreach (var entry in list)
            Check(entry is null ? throw new JsonException("a list holds null") : entry as string, longestText);
    }

    private static void Check(string? text, int longest)
    {
        if (text?.Length > longest)
            throw new JsonException($"a text has more than {longest} characters");
    }
}
