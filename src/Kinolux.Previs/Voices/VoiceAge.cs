namespace Kinolux.Previs.Voices;

/// <summary>What a description says of a person's age. It is never guessed at from a name.</summary>
public enum VoiceAge
{
    Unsaid,
    Child,
    Young,
    Grown,
    Old,
}
