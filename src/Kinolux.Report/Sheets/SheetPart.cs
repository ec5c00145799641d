namespace Kinolux.Report.Sheets;

/// <summary>A part of a sheet: its heading, then words, then a table; either may be missing.</summary>
/// <param name="Columns">Headings of the table's columns; empty where rows speak for themselves.</param>
/// <param name="Rows">Its cells; the first of a row is what the row is about.</param>
public sealed record SheetPart(string Heading, IReadOnlyList<string> Words, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
