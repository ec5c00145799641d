namespace Kinolux.Previs.Figures;

/// <summary>What a text says of somebody's sex. Never guessed: a text that is silent makes a neutral build.</summary>
public enum Sex
{
    Unsaid,
    Female,
    Male,
}
