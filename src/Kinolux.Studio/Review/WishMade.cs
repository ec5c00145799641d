namespace Kinolux.Studio.Review;

/// <summary>The name of a wish.</summary>
internal sealed record WishMade(string Id);
