using System.Text.Json;
using System.Text.Json.Nodes;
using Kinolux.Core.Text;
using Kinolux.Core.Time;

namespace Kinolux.Tests.Core.Text;

public sealed class KinoluxJsonTests
{
    private sealed record Thing(string Name, FrameRange Frames, IReadOnlyList<string>? Words = null, JsonObject? Change = null);

    [Fact]
    public void What_a_person_may_write_is_read()
    {
        var thing = KinoluxJson.Read<Thing>("{\"name\": \"größer \\ud83c\\udfac\", /* why */ \"frames\": \"1-2\", \"words\": [\"a\",], \"change\": {\"a\": {\"b\": [1]}},}");
        Assert.Equal(("größer 🎬", new FrameRange(1, 2), 1), (thing.Name, thing.Frames, thing.Words?.Count));
        Assert.Equal(1, thing.Change?["a"]?["b"]?[0]?.GetValue<int>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("{\"name\": null, \"frames\": \"1\"}")]
    [InlineData("{\"name\": \"a\", \"frames\": null}")]
    [InlineData("{\"name\": \"a\", \"frames\": \"9-1\"}")]
    [InlineData("{\"name\": \"a\", \"frames\": \"99999999999\"}")]
    [InlineData("{\"name\": \"a\", \"frames\": \"1\", \"words\": [null]}")]
    [InlineData("{\"name\": \"a\", \"name\": \"b\", \"frames\": \"1\"}")]
    [InlineData("{\"name\": \"a\", \"frames\": \"1\", \"change\": {\"a\": 1, \"a\": 2}}")]
    [InlineData("{\"name\": \"half \\ud83c\", \"frames\": \"1\"}")]
    [InlineData("{\"name\": \"a\", \"frames\": \"1\", \"change\": {\"a\": \"half \\uDFAC\"}}")]
    [InlineData("{\"name\": \"a\", \"frames\": \"1\", \"change\": {\"half \\ud83c\": 1}}")]
    public void What_is_something_else_is_refused_where_it_is_read(string text) => Assert.Throws<JsonException>(() => KinoluxJson.Read<Thing>(text));

    [Fact]
    public void What_is_too_deep_or_too_long_is_refused()
    {
        Assert.Throws<JsonException>(() => KinoluxJson.Read<JsonElement>(new string('[', 100_000)));
        Assert.Throws<JsonException>(() => KinoluxJson.Read<Thing>($"{{\"name\": \"{new string('a', 2 << 20)}\", \"frames\": \"1\"}}"));
    }
}
