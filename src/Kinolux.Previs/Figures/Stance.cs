namespace Kinolux.Previs.Figures;

/// <summary>How somebody is held up.</summary>
public enum Stance
{
    Stand, Sit, Kneel, Crouch, Lean, Lie, Dead,
}
