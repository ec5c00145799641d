namespace Kinolux.Restore.Stages;

/// <summary>An option of a stage as data.</summary>
/// <param name="Type"><c>choice</c>, <c>on or off</c>, <c>whole number</c> or <c>number</c>.</param>
/// <param name="Values">The words a choice allows; null for other types.</param>
public sealed record OptionDescription(string Name, string Type, object Default, double? Min, double? Max, IReadOnlyList<string>? Values, string Description);
