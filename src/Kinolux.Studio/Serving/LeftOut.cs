namespace Kinolux.Studio.Serving;

/// <summary>What a list does not have, since it cannot be read.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Why">What is wrong with it.</param>
internal sealed record LeftOut(string Name, string Why);
