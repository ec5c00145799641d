namespace Kinolux.Previs.Figures;

/// <summary>How hair is worn.</summary>
public enum HairStyle
{
    Bald, Fringe, Cropped, Short, Bob, Curly, Afro, Long, Ponytail, Pigtails, Braid, Bun,
}
