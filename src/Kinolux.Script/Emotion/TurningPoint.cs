namespace Kinolux.Script.Emotion;

/// <summary>Where a story may turn. A person decides.</summary>
/// <param name="Name">As TRIPOD calls it.</param>
/// <param name="At">Its place in the script, 0 to 1.</param>
/// <param name="From">The beginning of its spread: one standard deviation before.</param>
/// <param name="To">The end of its spread.</param>
/// <param name="Passage">The index of the passage there.</param>
public sealed record TurningPoint(string Name, double At, double From, double To, int Passage);
