namespace Kinolux.Script.Editing;

/// <summary>A scene as an editor lists it.</summary>
/// <param name="Number">As written, else its place counted from 1.</param>
/// <param name="Line">The line of its heading, counted from 0.</param>
/// <param name="Page">The page that it begins on.</param>
/// <param name="Eighths">How long it is, in eighths of a page.</param>
/// <param name="Inside">True where it plays inside, false where outside; null where both, or it does not say.</param>
/// <param name="Time"><c>day</c>, <c>night</c>, <c>between</c>; empty where its heading does not say.</param>
public sealed record EditorScene(string Number, string Heading, int Line, int Page, int Eighths, bool? Inside, string Time);
