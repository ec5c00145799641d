namespace Kinolux.Core.Faults;

/// <summary>One entry of the catalogue. Message and remedy hold <c>{placeholders}</c>; the example is a command that ends in this very fault, run by a test.</summary>
public sealed record FaultEntry(string Code, string Title, string Message, string Remedy, int ExitCode, string Example, string Cause);
