using Kinolux.Script.People;

namespace Kinolux.Script.StoryPrints;

/// <summary>A person's ring: whose it is in each of the scripts; null where a script has nobody for it.</summary>
public sealed record StoryRing(Person? First, Person? Second)
{
    public string Name => First is null ? Second?.Name ?? "" : Second is null || Second.Name == First.Name ? First.Name : $"{First.Name} · {Second.Name}";

    internal Person? Of(int side) => side == 0 ? First : Second;
}
