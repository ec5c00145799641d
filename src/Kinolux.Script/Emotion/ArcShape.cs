namespace Kinolux.Script.Emotion;

/// <summary>How much an arc is like one of the six.</summary>
/// <param name="Name">As Reagan and others call it.</param>
/// <param name="Words">Its way.</param>
/// <param name="Correlation">−1 to 1.</param>
public sealed record ArcShape(string Name, string Words, double Correlation);
