namespace Kinolux.Previs.Shots;

/// <summary>Something that is wrong with a cut, or that a director would want to be told.</summary>
/// <param name="Rule">Which rule: <c>line</c>, <c>thirty-degrees</c>, <c>eyeline</c>, <c>framing</c>, <c>unseen</c>, <c>short</c>, <c>same-size</c>, <c>camera</c>.</param>
/// <param name="Shot">The name of the shot.</param>
/// <param name="Value">What was measured; null where the rule counts.</param>
public sealed record ShotCheck(string Rule, string Shot, string Says, double? Value = null);
