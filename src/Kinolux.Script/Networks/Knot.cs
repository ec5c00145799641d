namespace Kinolux.Script.Networks;

/// <summary>A person among others.</summary>
/// <param name="Degree">How many the person meets.</param>
/// <param name="Strength">The weight of all these ties.</param>
/// <param name="Betweenness">0 to 1: of all shortest ways between two others, the share that leads through this person.</param>
/// <param name="Community">Counted from 1, in the order of their most prominent persons.</param>
public sealed record Knot(string Name, int Degree, int Strength, double Betweenness, int Community);
