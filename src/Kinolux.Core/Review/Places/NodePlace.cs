namespace Kinolux.Core.Review;

/// <summary>A node of a network, and all below it.</summary>
/// <param name="Path">Names from the root, parted by slashes: <c>garden/gate/choice-2</c>.</param>
/// <param name="Order">Where it and all below it are in the document's order, once anchored.</param>
public sealed record NodePlace(string Path, Extent? Order = null) : Place
{
    public override string Key => Path;

    public override string Words => Path;

    // What follows what in a network has no numbers that a person knows.
    public override string WordsOf(Extent stretch) => Path;

    public override Extent Extent => Order ?? Extent.Everywhere;

    /// <summary>True where they are one node, or one is below the other.</summary>
    public override bool Meets(Place other) => other is NodePlace node && Extent.Overlaps(node.Extent) && (IsIn(Path, node.Path) || IsIn(node.Path, Path));

    public override string? Fault() => Path.Split('/').Any(string.IsNullOrWhiteSpace) ? "a path is names parted by slashes, such as garden/gate" : null;

    private static bool IsIn(string path, string upper) => path.StartsWith(upper, StringComparison.Ordinal) && (path.Length == upper.Length || path[upper.Length] == '/');
}
