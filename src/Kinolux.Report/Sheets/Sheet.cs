namespace Kinolux.Report.Sheets;

/// <summary>A short document to print and to keep: one text, which <see cref="SheetPage"/> makes a page of and <see cref="SheetPaper"/> a PDF.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Lead">What it is about, in a line.</param>
/// <param name="Parts">From the top.</param>
public sealed record Sheet(string Title, string Lead, DateTimeOffset Made, IReadOnlyList<SheetPart> Parts);
