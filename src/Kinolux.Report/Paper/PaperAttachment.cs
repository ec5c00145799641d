namespace Kinolux.Report.Paper;

/// <summary>A file that a document carries.</summary>
/// <param name="Name">As a viewer lists it; of ASCII.</param>
/// <param name="MediaType">Such as <c>text/plain</c>.</param>
/// <param name="Says">What it is, in a sentence of ASCII.</param>
public sealed record PaperAttachment(string Name, string MediaType, string Says, ReadOnlyMemory<byte> Bytes);
