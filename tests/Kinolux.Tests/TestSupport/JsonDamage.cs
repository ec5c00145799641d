using System.Text.Json.Nodes;

namespace Kinolux.Tests.TestSupport;

/// <summary>Changes JSON as hands and programs do: values of another kind, lost and doubled members, numbers at their ends, words from a dictionary. The same seed in the same way.</summary>
internal sealed class JsonDamage(int seed, IReadOnlyList<string> words)
{
    private readonly Random _random = new(seed);

    public string Of(string json)
    {
        var root = JsonNode.Parse(json);
        for (var count = _random.Next(1, 4); count > 0 && root is not null; count--)
            root = Change(root);
        return root?.ToJsonString() ?? "null";
    }

    private JsonNode? Change(JsonNode root)
    {
        var all = Nodes(root).ToList();
        var node = all[_random.Next(all.Count)];
        switch (node.Parent)
        {
            case JsonObject parent:
                var name = node.GetPropertyName();
                parent.Remove(name);
                if (_random.Next(5) > 0)
                    parent[_random.Next(8) == 0 ? Word() : name] = Value(node);
                return root;
            case JsonArray parent:
                var at = node.GetElementIndex();
                if (_random.Next(4) == 0)
                    parent.Insert(at, node.DeepClone());
                else if (_random.Next(4) == 0)
                    parent.RemoveAt(at);
                else
                    parent[at] = Value(node);
                return root;
            default:
                return Value(node);
        }
    }

    private JsonNode? Value(JsonNode was) => _random.Next(12) switch
    {
        0 => null,
        1 => -1,
        2 => int.MaxValue,
        3 => long.MinValue,
        4 => 1e300,
        5 => 0.5,
        6 => Word(),
        7 => new JsonArray(),
        8 => new JsonObject(),
        9 => new JsonArray(was.DeepClone(), was.DeepClone()),
        10 => was is JsonValue value && value.TryGetValue<double>(out var number) ? number * (_random.NextDouble() * 4 - 2) : Word(),
        _ => was is JsonValue whole && whole.TryGetValue<int>(out var count) ? count + _random.Next(-2, 3) : true,
    };

    private string Word() => words[_random.Next(words.Count)];

    private static IEnumerable<JsonNode> Nodes(JsonNode node)
    {
        yield return node;
        IEnumerable<JsonNode?> children = node switch { JsonObject members => members.Select(member => member.Value), JsonArray items => items, _ => [] };
        foreach (var inner in children.OfType<JsonNode>().SelectMany(Nodes))
            yield return inner;
    }
}
