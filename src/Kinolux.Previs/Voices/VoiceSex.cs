namespace Kinolux.Previs.Voices;

/// <summary>What a description says of a person's sex. It is never guessed at from a name.</summary>
public enum VoiceSex
{
    Unsaid,
    Female,
    Male,
}
