namespace Kinolux.Core.Review;

/// <summary>A part of a text that keeps its name through rewrites: a heading, a paragraph, a speech.</summary>
/// <param name="FirstLine">The line that it begins on, from 0.</param>
/// <param name="Text">Its words, lines parted by <c>\n</c>.</param>
public sealed record TextElement(string Name, int FirstLine, string Text);
