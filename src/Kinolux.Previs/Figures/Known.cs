namespace Kinolux.Previs.Figures;

/// <summary>How something that is shown is known.</summary>
public enum Known
{
    /// <summary>The text says it.</summary>
    Said,

    /// <summary>It follows from what the text says: a sailor wears a cap, a kitchen has a table.</summary>
    Inferred,

    /// <summary>Something had to be there: the seed chose.</summary>
    Invented,
}
