namespace Kinolux.Script.Model;

/// <summary>One entry of a title page.</summary>
/// <param name="Key">As written: <c>Title</c>, <c>Draft date</c>; empty where the format has lines without keys.</param>
/// <param name="Lines">Its lines, without the indentation, marks of emphasis included.</param>
public sealed record TitleEntry(string Key, IReadOnlyList<string> Lines, SourceSpan Span)
{
    public bool Is(string key) => Key.Equals(key, StringComparison.OrdinalIgnoreCase);
}
