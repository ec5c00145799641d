namespace Kinolux.Previs.Figures;

/// <summary>Where something about a figure comes from.</summary>
public enum Origin
{
    /// <summary>The text says it.</summary>
    Said,

    /// <summary>It follows from what the text says: a sailor wears a cap.</summary>
    Inferred,

    /// <summary>Nobody said it: the seed chose.</summary>
    Invented,
}
