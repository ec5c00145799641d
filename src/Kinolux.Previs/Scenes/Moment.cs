using Kinolux.Core.Time;

namespace Kinolux.Previs.Scenes;

/// <summary>The smallest stretch of a scene that a shot may begin or end at: a sentence that is said or done.</summary>
/// <param name="Element">The lasting name of the script's element that it is of; a long one has several moments.</param>
/// <param name="Line">Where that element begins, counted from 1.</param>
/// <param name="Text">What is said or done.</param>
/// <param name="Speakers">Who says it; nobody where it is done.</param>
/// <param name="To">Who it is said to, as far as that is told.</param>
/// <param name="Seen">Who is named in what is done, or speaks in the picture.</param>
/// <param name="Doings">What people do that moves them.</param>
/// <param name="Frames">Which frames of the scene.</param>
public sealed record Moment(string Element, int Line, string Text, IReadOnlyList<string> Speakers, IReadOnlyList<string> To, IReadOnlyList<string> Seen, IReadOnlyList<Doing> Doings, FrameRange Frames)
{
    public bool IsSpeech => Speakers.Count > 0;
}
