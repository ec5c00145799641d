namespace Kinolux.Script.People;

/// <summary>One speech: a cue with all that stands below it.</summary>
/// <param name="Passage">The index of its passage.</param>
/// <param name="Cue">The index of its cue among the script's elements.</param>
/// <param name="End">One past its last element.</param>
/// <param name="Name">As the cue has it, without extensions.</param>
/// <param name="Speakers">The names of the persons who say it: one, several for <c>BOB AND ANNA</c>, none for <c>ALL</c>.</param>
/// <param name="Words">Spoken and sung words; parentheticals are not counted.</param>
/// <param name="IsVoice">True where the voice alone is there: V.O.</param>
public sealed record Speech(int Passage, int Cue, int End, string Name, IReadOnlyList<string> Speakers, int Words, bool IsVoice);
