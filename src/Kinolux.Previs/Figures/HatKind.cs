namespace Kinolux.Previs.Figures;

/// <summary>What is worn on a head.</summary>
public enum HatKind
{
    None, Brim, Cap, Peaked, Sailor, Wool, Top, Bowler, Cowboy, Helmet, Crown, Hood, Headscarf, Veil, Turban, Nurse, Chef,
}
