using Kinolux.Core.Review;

namespace Kinolux.Restoration.Origins;

/// <summary>One of the four that a restored film consists of.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Means">What is counted.</param>
/// <param name="Share">Of the film's samples of luma; the four add up to 1.</param>
public sealed record FilmShare(Origin Origin, string Name, string Means, double Share);
