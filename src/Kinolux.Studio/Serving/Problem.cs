namespace Kinolux.Studio.Serving;

/// <summary>A fault as RFC 9457 writes it.</summary>
/// <param name="Type">Such as <c>urn:kinolux:KX1001</c>.</param>
/// <param name="Title">The fault's name.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong and where.</param>
/// <param name="Code">The catalogue's code.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record Problem(string Type, string Title, int Status, string Detail, string Code, string Remedy);
