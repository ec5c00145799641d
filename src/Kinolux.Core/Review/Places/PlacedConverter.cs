using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kinolux.Core.Review;

/// <summary>Reads and writes something that has a place as one flat object: its first fields, the place's, the rest.</summary>
/// <typeparam name="T">What has a place.</typeparam>
/// <typeparam name="TFields">All its other fields.</typeparam>
public abstract class PlacedConverter<T, TFields> : JsonConverter<T>
    where TFields : class
{
    /// <summary>Its fields as two objects: those that are written before the place's, and those after.</summary>
    protected abstract (object Begin, Place Place, object End) Part(T value);

    protected abstract T Join(TFields fields, Place place);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var again = reader;
        var place = JsonSerializer.Deserialize<PlaceFields>(ref again, options) ?? throw new JsonException("it is empty");
        return Join(JsonSerializer.Deserialize<TFields>(ref reader, options) ?? throw new JsonException("it is empty"), place.ToPlace());
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        var (first, place, rest) = Part(value);
        writer.WriteStartObject();
        foreach (var part in (object[])[first, PlaceFields.Of(place), rest])
        {
            using var fields = JsonSerializer.SerializeToDocument(part, part.GetType(), options);
            foreach (var field in fields.RootElement.EnumerateObject())
                field.WriteTo(writer);
        }
        writer.WriteEndObject();
    }
}
