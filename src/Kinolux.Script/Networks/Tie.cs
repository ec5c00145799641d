namespace Kinolux.Script.Networks;

/// <summary>Two persons who meet.</summary>
/// <param name="First">The one of greater prominence.</param>
/// <param name="Scenes">In how many passages both are.</param>
/// <param name="Exchanges">How often one speaks right after the other.</param>
public sealed record Tie(string First, string Second, int Scenes, int Exchanges)
{
    /// <summary>Scenes and exchanges.</summary>
    public int Weight => Scenes + Exchanges;
}
