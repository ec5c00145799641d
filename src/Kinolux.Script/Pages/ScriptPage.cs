namespace Kinolux.Script.Pages;

/// <summary>A page of a screenplay.</summary>
/// <param name="Number">Counted from 1; the title page has none.</param>
/// <param name="Lines">In order; rows without one are blank.</param>
public sealed record ScriptPage(int Number, IReadOnlyList<PageLine> Lines);
