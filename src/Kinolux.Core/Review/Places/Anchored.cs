namespace Kinolux.Core.Review;

/// <summary>A stored place in the document as it is now.</summary>
/// <param name="Place">Where it is now; as it was stored where it is ambiguous or gone.</param>
public readonly record struct Anchored(Anchoring State, Place Place)
{
    /// <summary>True where what was decided there holds.</summary>
    public bool Holds => State is Anchoring.Found or Anchoring.Moved;
}
