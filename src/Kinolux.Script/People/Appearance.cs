namespace Kinolux.Script.People;

/// <summary>What a person does in one passage.</summary>
/// <param name="Passage">The index of the passage.</param>
/// <param name="Speeches">How often the person speaks.</param>
/// <param name="Words">How many words.</param>
/// <param name="Mentions">How often action names the person.</param>
/// <param name="IsVoice">True where the person is heard only, as V.O., and named in no action.</param>
/// <param name="Prominence">The person's share of the passage, 0 to 1: of all words said there and all names in its action, each name counted as ten words.</param>
public sealed record Appearance(int Passage, int Speeches, int Words, int Mentions, bool IsVoice, double Prominence)
{
    public bool Speaks => Speeches > 0;
}
