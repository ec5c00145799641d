namespace Kinolux.Core.Faults;

/// <summary>
/// One entry of the catalogue. Message and remedy hold <c>{placeholders}</c>; the example is a command that ends in this very fault, the request one
/// to the studio that is answered with it, such as <c>GET /api/films/none</c>; a test runs them.
/// </summary>
/// <param name="Status">The HTTP status by which the studio answers.</param>
public sealed record FaultEntry(string Code, string Title, string Message, string Remedy, int ExitCode, int Status, string Example, string Request, string Cause);
