using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kinolux.Core.Faults;
using Kinolux.Models.Cards;

namespace Kinolux.Tests.Models;

public sealed partial class CardFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_card_in_the_guide_is_one()
    {
        var card = Read(Guide());
        Assert.Equal(("denoise-gray", ModelTask.Denoise, 31, 2), (card.Name, card.Task, card.ReceptiveField, card.Multiple));
        Assert.Equal(["gray"], card.Output("clean")?.Channels);
        Assert.Equal(31.9, card.Quality[1].Classical);
    }

    [Fact]
    public void A_tensor_may_have_another_name_than_its_role()
    {
        var card = Read(Guide().Replace("\"name\": \"picture\"", "\"name\": \"x\", \"role\": \"picture\"", StringComparison.Ordinal));
        Assert.Equal("x", card.Input("picture")?.Name);
    }

    [Theory]
    [InlineData("version", "2")]
    [InlineData("name", "\"Denoise Gray\"")]
    [InlineData("task", "\"cook\"")]
    [InlineData("file", "\"../denoise.onnx\"")]
    [InlineData("sha256", "\"E3\"")]
    [InlineData("receptiveField", "-1")]
    [InlineData("receptiveField", "null")]
    [InlineData("multiple", "0")]
    [InlineData("size", "[62, 62]")]
    [InlineData("size", "[64]")]
    [InlineData("inputs", "[]")]
    [InlineData("outputs", "[null]")]
    [InlineData("outputs", """[{ "name": "clean", "channels": ["red", "green", "blue"], "range": [0, 1] }]""")]
    [InlineData("outputs", """[{ "name": "clean", "channels": ["gray"], "range": [1, 0] }]""")]
    [InlineData("licence", "null")]
    public void What_a_card_must_say_is_asked_for(string what, string value)
    {
        var json = JsonNode.Parse(Guide())!; // The guide's card is JSON.
        json[what] = JsonNode.Parse(value);
        Assert.Equal("KX2801", Assert.Throws<FaultException>(() => Read(json.ToJsonString())).Fault.Code);
    }

    [Fact]
    public void A_damaged_card_is_read_or_refused_with_a_code()
    {
        var whole = System.Text.Encoding.UTF8.GetBytes(Guide());
        for (var seed = 0; seed < Effort.Of("KINOLUX_FUZZ", 100); seed++)
        {
            var path = _folder.File("card.json");
            File.WriteAllBytes(path, new ByteDamage(seed).Of(whole));
            try
            {
                CardFile.Read(path);
            }
            catch (FaultException fault)
            {
                Assert.Equal("KX2801", fault.Fault.Code);
            }
        }
    }

    internal static string Guide() => Block().Match(File.ReadAllText(Repository.File("docs", "guide", "models.md"))).Groups[1].Value;

    private ModelCard Read(string json)
    {
        var path = _folder.File("card.json");
        File.WriteAllText(path, json);
        return CardFile.Read(path);
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
