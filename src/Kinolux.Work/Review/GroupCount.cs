namespace Kinolux.Work.Review;

/// <summary>A group of proposals in numbers, as the last decisions leave it.</summary>
/// <param name="Name">As a person names it: <c>3:dirt</c>.</param>
/// <param name="Part">The part's name.</param>
/// <param name="Asked">How many questions those that wait are, each thing once: those that begin in the part.</param>
/// <param name="Confidence">Mean of the group, 0 to 1.</param>
/// <param name="Example">The id of its most doubtful proposal.</param>
public sealed record GroupCount(string Name, string Part, string Kind, string Source, bool IsPerson, int Found, int Applied, int Waiting, int Asked, int Rejected, double Confidence, string Example);
