namespace Kinolux.Previs.Scenes;

/// <summary>How a scene knows what it shows.</summary>
public enum Known
{
    /// <summary>The text says it.</summary>
    Said,

    /// <summary>It follows from what the text says.</summary>
    Inferred,

    /// <summary>Something had to be there.</summary>
    Invented,
}
