namespace Kinolux.Report.Paper;

/// <summary>What a document says of itself.</summary>
/// <param name="Title">Its title, as a viewer shows it.</param>
/// <param name="Made">When it was made: by the caller's clock, so that the same document is the same bytes.</param>
/// <param name="Author">Who wrote it; empty where nobody is named.</param>
public sealed record PaperAbout(string Title, DateTimeOffset Made, string Author = "");
