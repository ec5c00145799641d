using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Text;

namespace Kinolux.Restore.Stages;

/// <summary>The options of a stage, read off its options record: what they are, and the one way to set, read and write them.</summary>
public sealed class OptionSchema
{
    private readonly IRestorationStage _stage;
    private readonly Dictionary<string, PropertyInfo> _properties = new(StringComparer.Ordinal);

    private OptionSchema(IRestorationStage stage)
    {
        _stage = stage;
        var options = new List<StageOption>();
        foreach (var property in stage.DefaultOptions.GetType().GetProperties().Where(property => property.CanWrite).OrderBy(property => property.MetadataToken).OrderBy(property => property.DeclaringType == typeof(StageOptions)))
        {
            var option = Describe(property, stage.DefaultOptions);
            options.Add(option);
            _properties.Add(option.Name, property);
        }
        Options = options;
    }

    /// <summary>The stage's own options in the order they are declared, then those that all stages have.</summary>
    public IReadOnlyList<StageOption> Options { get; }

    public static OptionSchema Of(IRestorationStage stage) => new(stage);

    /// <summary>A copy of <paramref name="options"/> with one option set from text.</summary>
    /// <exception cref="FaultException">KX2011 no such option, KX2012 out of range, KX2013 not such a value.</exception>
    public StageOptions Set(StageOptions options, string name, string value)
    {
        var option = Find(name);
        object parsed =
            option.Type == typeof(bool) && bool.TryParse(value, out var truth) ? truth
            : option.Type == typeof(int) && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
            : option.Type == typeof(double) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
            : option.Type.IsEnum && Word(option.Type, value) is { } word ? word
            : throw WrongValue(option, value);
        return With(options, option, parsed);
    }

    /// <summary>The options as a plan holds them: every option by its name.</summary>
    public JsonObject Write(StageOptions options)
    {
        var json = new JsonObject();
        foreach (var option in Options)
            json[option.Name] = _properties[option.Name].GetValue(options) switch
            {
                bool truth => truth,
                int whole => whole,
                double number => number,
                { } word => KebabCase(word.ToString() ?? ""),
                null => null,
            };
        return json;
    }

    /// <summary>Reads what <see cref="Write"/> wrote, also after a person edited it; what is not there keeps its default.</summary>
    /// <exception cref="FaultException">KX2011, KX2012, KX2013 as for <see cref="Set"/>.</exception>
    public StageOptions Read(JsonObject json)
    {
        var options = _stage.DefaultOptions;
        foreach (var (name, value) in json)
            options = Set(options, name, Text(value));
        return options;
    }

    /// <summary>A value of a plan as <see cref="Set"/> takes it.</summary>
    public static string Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString() ?? "null";

    private StageOption Find(string name) =>
        Options.FirstOrDefault(option => option.Name == name)
        ?? throw FaultException.Of("KX2011", ("stage", _stage.Info.Id), ("option", name), ("hint", Nearest.Hint(name, Options.Select(option => option.Name))));

    private StageOptions With(StageOptions options, StageOption option, object value)
    {
        if (value is int or double && Convert.ToDouble(value, CultureInfo.InvariantCulture) is var number && (number < option.Min || number > option.Max))
            throw FaultException.Of("KX2012", ("stage", _stage.Info.Id), ("option", option.Name), ("value", Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""), ("range", option.RangeText));
        var copy = options with { };
        _properties[option.Name].SetValue(copy, value);
        return copy;
    }

    private FaultException WrongValue(StageOption option, string value) =>
        FaultException.Of("KX2013", ("stage", _stage.Info.Id), ("option", option.Name), ("value", value), ("range", option.RangeText),
            ("type", option.TypeName), ("hint", Nearest.Hint(value, option.Values)));

    private static StageOption Describe(PropertyInfo property, StageOptions defaults)
    {
        var type = property.PropertyType;
        var where = $"{property.DeclaringType?.Name}.{property.Name}";
        if (type != typeof(bool) && type != typeof(int) && type != typeof(double) && !type.IsEnum)
            throw new InvalidOperationException($"{where} is neither bool, int, double nor an enum.");
        var description = property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? throw new InvalidOperationException($"{where} has no description.");
        var range = property.GetCustomAttribute<RangeAttribute>();
        var value = property.GetValue(defaults) ?? throw new InvalidOperationException($"{where} has no default.");
        return new StageOption(
            KebabCase(property.Name), type, type.IsEnum ? KebabCase(value.ToString() ?? "") : value,
            range is null ? null : Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture),
            range is null ? null : Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture),
            type.IsEnum ? [.. Enum.GetNames(type).Select(KebabCase)] : [], description);
    }

    private static object? Word(Type type, string value) =>
        Enum.GetNames(type).FirstOrDefault(name => KebabCase(name) == value) is { } name ? Enum.Parse(type, name) : null;

    private static string KebabCase(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
