namespace Kinolux.Previs.Figures;

/// <summary>Hair on a face.</summary>
public enum BeardStyle
{
    None, Stubble, Moustache, Goatee, Full, Long,
}
